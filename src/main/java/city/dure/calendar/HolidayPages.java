package city.dure.calendar;

import city.dure.web.Formats;
import city.dure.web.OnceOnly;
import java.time.Clock;
import java.time.Year;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the page of a year's holidays, whichever of its forms was sent. */
@Component
class HolidayPages {
    static final String PATH = "/office/city/holidays";

    private final Holidays holidays;
    private final WaitingLists waiting;
    private final Clock clock;

    HolidayPages(Holidays holidays, WaitingLists waiting, Clock clock) {
        this.holidays = holidays;
        this.waiting = waiting;
        this.clock = clock;
    }

    /** The page of a year, with the forms of a list and of a day where they are not there yet. */
    String page(Year year, Model model) {
        model.addAttribute("year", year.getValue());
        model.addAttribute("years", holidays.years());
        model.addAttribute("holidays", holidays.of(year));
        model.addAttribute("waiting", waiting.all());
        model.addAttribute("most", HolidayFile.MOST_BYTES);
        model.addAttribute("operations", new OnceOnly.Ids());
        add(model, "list", new HolidayUploadController.ListForm(UUID.randomUUID(), null));
        add(model, "day", new HolidayController.DayForm(UUID.randomUUID(), "", ""));
        return "calendar/holidays";
    }

    /** The year that is asked for; else, and where nothing can be of it, the present one. */
    Year shown(@Nullable Integer year) {
        return year != null && (Holiday.isNear(year) || holidays.years().contains(year))
                ? Year.of(year)
                : Year.now(clock.withZone(Formats.ZONE));
    }

    private static void add(Model model, String name, Object form) {
        if (!model.containsAttribute(name)) {
            model.addAttribute(name, form);
        }
    }
}
