package city.dure.portal;

import city.dure.audit.EntryLines;
import city.dure.city.Category;
import city.dure.city.City;
import city.dure.ledger.LedgerEntries;
import city.dure.merchants.MerchantFilter;
import city.dure.merchants.MerchantStatus;
import city.dure.merchants.Merchants;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The front door. */
@Controller
class HomeController {
    private static final int ENTRIES = 3;
    private static final int NEW_SHOPS = 4;
    private static final int COUNTED_AT_MOST = 100_000;
    private static final MerchantFilter APPROVED =
            new MerchantFilter("", "", "", Set.of(MerchantStatus.APPROVED));
    private static final List<Task> TASKS =
            List.of(
                    new Task("find", "shop", "/merchants"),
                    new Task("apply", "form", "/merchants/applications"),
                    new Task("permissions", "key", "/help/permissions"));

    private final City city;
    private final Merchants merchants;
    private final EntryLines latest;
    private final LedgerEntries entries;
    private final NewShops newShops;

    HomeController(
            City city,
            Merchants merchants,
            EntryLines latest,
            LedgerEntries entries,
            NewShops newShops) {
        this.city = city;
        this.merchants = merchants;
        this.latest = latest;
        this.entries = entries;
        this.newShops = newShops;
    }

    @GetMapping("/")
    String show(Model model, Locale locale) {
        model.addAttribute("tasks", TASKS);
        model.addAttribute("profile", city.profile());
        model.addAttribute(
                "kinds",
                city.categories().stream().filter(each -> !each.barred()).map(Kind::of).toList());
        model.addAttribute("districts", city.districts());
        model.addAttribute("shops", merchants.count(APPROVED, COUNTED_AT_MOST));
        model.addAttribute("newShops", newShops.newest(NEW_SHOPS));
        model.addAttribute("size", entries.size());
        model.addAttribute("entries", latest.newest(ENTRIES, locale));
        return "portal/home";
    }

    /** A kind of business that may accept, and its picture. */
    record Kind(String code, String label, String icon) {
        static Kind of(Category category) {
            return new Kind(category.code(), category.label(), CategoryIcons.of(category.code()));
        }
    }

    /** Something one may have come for; its words are messages under the key. */
    record Task(String key, String icon, String href) {}
}
