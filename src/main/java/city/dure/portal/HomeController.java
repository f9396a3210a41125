package city.dure.portal;

import city.dure.audit.LatestEntries;
import city.dure.city.City;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The front door. */
@Controller
class HomeController {
    private static final int ENTRIES = 5;
    private static final List<Task> TASKS =
            List.of(
                    new Task("find", "shop", "/merchants"),
                    new Task("apply", "form", "/merchants/applications"),
                    new Task("ledger", "ledger", "/ledger"),
                    new Task("permissions", "key", "/help/permissions"));

    private final City city;
    private final LatestEntries latest;

    HomeController(City city, LatestEntries latest) {
        this.city = city;
        this.latest = latest;
    }

    @GetMapping("/")
    String show(Model model, Locale locale) {
        model.addAttribute("tasks", TASKS);
        model.addAttribute("profile", city.profile());
        model.addAttribute(
                "categories", city.categories().stream().filter(c -> !c.barred()).toList());
        model.addAttribute("districts", city.districts());
        model.addAttribute("entries", latest.newest(ENTRIES, locale));
        return "portal/home";
    }

    /** Something one may have come for; its words are messages under the key. */
    record Task(String key, String icon, String href) {}
}
