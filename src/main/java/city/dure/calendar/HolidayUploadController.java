package city.dure.calendar;

import city.dure.shared.Actor;
import city.dure.uploads.Uploads;
import city.dure.web.Conflict;
import city.dure.web.Flash;
import city.dure.web.OnceOnly;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Takes a list of holidays in, shows what it would change, and then takes it over or lets it go.
 */
@Controller
class HolidayUploadController {
    private static final String UPLOAD = HolidayPages.PATH + "/uploads/{id}";

    private final HolidayPages pages;
    private final Holidays holidays;
    private final WaitingLists waiting;
    private final OnceOnly once;

    HolidayUploadController(
            HolidayPages pages, Holidays holidays, WaitingLists waiting, OnceOnly once) {
        this.pages = pages;
        this.holidays = holidays;
        this.waiting = waiting;
        this.once = once;
    }

    /** A list, as chosen. */
    record ListForm(UUID operation, @Nullable MultipartFile file) {}

    @PostMapping(HolidayPages.PATH)
    String create(
            @ModelAttribute("list") ListForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        byte[] file = SentList.bytes(form.file(), errors);
        HolidayFile list = errors.hasErrors() ? null : SentList.read(file, errors);
        if (list == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return pages.page(pages.shown(null), model);
        }
        if (holidays.difference(list.byDay()).nothing()) {
            redirect.addFlashAttribute("flash", Flash.info("calendar.flash.same"));
            return "redirect:" + yearOf(list);
        }
        String name = Uploads.nameOf(form.file());
        return "redirect:"
                + once.run(
                        form.operation(),
                        actor,
                        () -> HolidayPages.PATH + "/uploads/" + waiting.keep(actor, name, file));
    }

    @GetMapping(UPLOAD)
    String show(@PathVariable UUID id, Model model) {
        WaitingList upload = waiting.find(id);
        HolidayFile list = waiting.read(upload);
        model.addAttribute("upload", upload);
        model.addAttribute("repeats", list.repeats());
        model.addAttribute("difference", holidays.difference(list.byDay()));
        model.addAttribute("operation", UUID.randomUUID());
        return "calendar/check";
    }

    /**
     * Takes the list over, unless the holidays of its years changed since they were looked at: then
     * it is compared again.
     */
    @PostMapping(UPLOAD + "/application")
    String apply(
            @PathVariable UUID id,
            @RequestParam UUID operation,
            @RequestParam int version,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            return "redirect:"
                    + once.run(operation, actor, () -> apply(actor, id, version, redirect));
        } catch (Conflict.Changed changed) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("changed", true);
            return show(id, model);
        }
    }

    /** Throws the list away; nothing else depended on it. */
    @PostMapping(UPLOAD + "/removal")
    String remove(@PathVariable UUID id, RedirectAttributes redirect) {
        boolean waited = waiting.remove(id);
        redirect.addFlashAttribute(
                "flash",
                waited
                        ? Flash.success("calendar.flash.dropped")
                        : Flash.info("calendar.upload.gone"));
        return "redirect:" + HolidayPages.PATH;
    }

    private String apply(Actor actor, UUID id, int version, RedirectAttributes redirect) {
        var change = waiting.apply(actor, id, version);
        var years = change.difference().years();
        Flash flash =
                change.receipt()
                        .map(receipt -> done(change.difference()).withEntry(receipt.entry()))
                        .orElseGet(() -> Flash.info("calendar.flash.same"));
        redirect.addFlashAttribute("flash", flash);
        return HolidayPages.PATH + "?year=" + years.getLast().year();
    }

    private static Flash done(Difference difference) {
        int renamed = difference.years().stream().mapToInt(year -> year.renamed().size()).sum();
        return Flash.success(
                "calendar.flash.replaced",
                difference.added().size() - renamed,
                difference.removed().size() - renamed,
                renamed);
    }

    private static String yearOf(HolidayFile list) {
        return HolidayPages.PATH + "?year=" + list.byDay().lastKey().getYear();
    }
}
