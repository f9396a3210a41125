package city.dure.calendar;

import city.dure.shared.Actor;
import city.dure.web.CsvExport;
import city.dure.web.Flash;
import city.dure.web.Formats;
import city.dure.web.NotFound;
import city.dure.web.OnceOnly;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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

/** The city's holidays: a year of them, a list for whole years, one day more or less. */
@Controller
class HolidayController {
    private static final String PATH = "/office/city/holidays";
    private static final int UNPROCESSABLE = 422;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final Holidays holidays;
    private final OnceOnly once;
    private final MessageSource messages;
    private final Clock clock;

    HolidayController(Holidays holidays, OnceOnly once, MessageSource messages, Clock clock) {
        this.holidays = holidays;
        this.once = once;
        this.messages = messages;
        this.clock = clock;
    }

    /** A list, as chosen. */
    record ListForm(UUID operation, @Nullable MultipartFile file) {}

    /** One day, as typed. */
    record DayForm(
            UUID operation,
            @Nullable String day,
            @NotBlank(message = "{calendar.name.missing}")
                    @Size(max = 100, message = "{calendar.name.long}")
                    @Nullable String name) {}

    @GetMapping(PATH)
    String show(@RequestParam @Nullable Integer year, Model model) {
        return page(shown(year), model);
    }

    @GetMapping(PATH + ".csv")
    void export(@RequestParam @Nullable Integer year, HttpServletResponse response, Locale locale) {
        Year shown = shown(year);
        CsvExport.write(
                response,
                word("calendar.title", locale) + " " + shown + ".csv",
                List.of(word("calendar.day", locale), word("calendar.name", locale)),
                holidays.of(shown).stream()
                        .map(holiday -> List.of(holiday.day().toString(), holiday.name())));
    }

    @PostMapping(PATH)
    String replace(
            @ModelAttribute("list") ListForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        byte[] file = HolidayUpload.bytes(form.file(), errors);
        HolidayFile list = errors.hasErrors() ? null : HolidayUpload.read(file, errors);
        if (list == null) {
            response.setStatus(UNPROCESSABLE);
            return page(shown(null), model);
        }
        return "redirect:"
                + once.run(form.operation(), actor, () -> replace(actor, list, file, redirect));
    }

    @PostMapping(PATH + "/days")
    String add(
            @Valid @ModelAttribute("day") DayForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        LocalDate day =
                HolidayFile.day(Objects.requireNonNullElse(form.day(), ""))
                        .filter(HolidayController::isNear)
                        .orElse(null);
        if (day == null) {
            errors.rejectValue("day", "calendar.day.wrong");
        } else if (holidays.isHoliday(day) && once.answer(form.operation(), actor).isEmpty()) {
            errors.rejectValue("day", "calendar.conflict.known");
        }
        if (errors.hasErrors() || day == null || form.name() == null) {
            response.setStatus(UNPROCESSABLE);
            return page(shown(null), model);
        }
        var holiday = new Holiday(day, form.name().strip());
        return act(
                form.operation(),
                actor,
                day,
                "added",
                redirect,
                () -> holidays.add(actor, holiday).entry());
    }

    @PostMapping(PATH + "/days/{day}/removal")
    String remove(
            @PathVariable("day") String written,
            @RequestParam UUID operation,
            Actor actor,
            RedirectAttributes redirect) {
        LocalDate day =
                HolidayFile.day(written).orElseThrow(() -> new NotFound("holiday " + written));
        return act(
                operation,
                actor,
                day,
                "removed",
                redirect,
                () -> holidays.remove(actor, day).entry());
    }

    private String act(
            UUID operation,
            Actor actor,
            LocalDate day,
            String done,
            RedirectAttributes redirect,
            Supplier<UUID> action) {
        Flash flash = Flash.success("calendar.flash." + done);
        String location = PATH + "?year=" + day.getYear();
        return once.redirect(operation, actor, redirect, flash, location, action);
    }

    private String replace(
            Actor actor, HolidayFile list, byte[] file, RedirectAttributes redirect) {
        var change = holidays.replace(actor, list.holidays(), HolidayUpload.sha256(file));
        Flash flash =
                change.receipt()
                        .map(receipt ->
                                Flash.success(
                                                "calendar.flash.replaced",
                                                list.holidays().size(),
                                                change.added(),
                                                change.removed(),
                                                list.repeats())
                                        .withEntry(receipt.entry()))
                        .orElseGet(() -> Flash.info("calendar.flash.same"));
        redirect.addFlashAttribute("flash", flash);
        return PATH + "?year=" + list.holidays().getLast().day().getYear();
    }

    private String page(Year year, Model model) {
        model.addAttribute("year", year.getValue());
        model.addAttribute("years", holidays.years());
        model.addAttribute("holidays", holidays.of(year));
        model.addAttribute("most", HolidayFile.MOST_BYTES);
        model.addAttribute("operations", new OnceOnly.Ids());
        add(model, "list", new ListForm(UUID.randomUUID(), null));
        add(model, "day", new DayForm(UUID.randomUUID(), "", ""));
        return "calendar/holidays";
    }

    private static void add(Model model, String name, Object form) {
        if (!model.containsAttribute(name)) {
            model.addAttribute(name, form);
        }
    }

    private Year shown(@Nullable Integer year) {
        return year == null || year < FIRST_YEAR || year > LAST_YEAR
                ? Year.now(clock.withZone(Formats.ZONE))
                : Year.of(year);
    }

    private static boolean isNear(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }

    private String word(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
