package city.dure.calendar;

import city.dure.shared.Actor;
import city.dure.web.CsvExport;
import city.dure.web.Flash;
import city.dure.web.NotFound;
import city.dure.web.OnceOnly;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The city's holidays: a year of them, one day more or less. */
@Controller
class HolidayController {
    private static final String PATH = HolidayPages.PATH;
    private static final int UNPROCESSABLE = 422;

    private final HolidayPages pages;
    private final Holidays holidays;
    private final OnceOnly once;
    private final MessageSource messages;

    HolidayController(
            HolidayPages pages, Holidays holidays, OnceOnly once, MessageSource messages) {
        this.pages = pages;
        this.holidays = holidays;
        this.once = once;
        this.messages = messages;
    }

    /** One day, as typed. */
    record DayForm(
            UUID operation,
            @Nullable String day,
            @NotBlank(message = "{calendar.name.missing}")
                    @Size(max = 100, message = "{calendar.name.long}")
                    @Nullable String name) {}

    @GetMapping(PATH)
    String show(@RequestParam @Nullable Integer year, Model model) {
        return pages.page(pages.shown(year), model);
    }

    @GetMapping(PATH + ".csv")
    void export(@RequestParam @Nullable Integer year, HttpServletResponse response, Locale locale) {
        Year shown = pages.shown(year);
        CsvExport.write(
                response,
                word("calendar.title", locale) + " " + shown + ".csv",
                List.of(word("calendar.day", locale), word("calendar.name", locale)),
                holidays.of(shown).stream()
                        .map(holiday -> List.of(holiday.day().toString(), holiday.name())));
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
                        .filter(each -> Holiday.isNear(each.getYear()))
                        .orElse(null);
        if (day == null) {
            errors.rejectValue("day", "calendar.day.wrong");
        } else if (holidays.isHoliday(day) && once.answer(form.operation(), actor).isEmpty()) {
            errors.rejectValue("day", "calendar.conflict.known");
        }
        if (errors.hasErrors() || day == null || form.name() == null) {
            response.setStatus(UNPROCESSABLE);
            return pages.page(pages.shown(null), model);
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

    private String word(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
