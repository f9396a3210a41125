package city.dure.lookups;

import city.dure.identity.Accounts;
import city.dure.shared.Actor;
import city.dure.web.Flash;
import city.dure.web.Formats;
import city.dure.web.OnceOnly;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who looked at citizens in a month, for the auditor. */
@Controller
class LookupReviewController {
    private static final String PATH = "/office/lookups";
    private static final int ROWS = 50;

    private final LookupRows rows;
    private final MonthlyReviews reviews;
    private final Accounts accounts;
    private final OnceOnly once;
    private final Clock clock;

    LookupReviewController(
            LookupRows rows,
            MonthlyReviews reviews,
            Accounts accounts,
            OnceOnly once,
            Clock clock) {
        this.rows = rows;
        this.reviews = reviews;
        this.accounts = accounts;
        this.once = once;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String show(
            @RequestParam @Nullable String month,
            @RequestParam @Nullable String official,
            @RequestParam @Nullable UUID after,
            Model model) {
        YearMonth asked = month(month);
        var last = after == null ? null : rows.find(after).orElse(null);
        var found = rows.ofMonth(asked, official, last, ROWS + 1);
        var shown = found.subList(0, Math.min(ROWS, found.size()));
        var sums = rows.sums(asked);
        model.addAttribute("month", asked.toString());
        model.addAttribute("before", asked.minusMonths(1).toString());
        model.addAttribute("next", asked.isBefore(thisMonth()) ? asked.plusMonths(1) : null);
        model.addAttribute("over", asked.isBefore(thisMonth()));
        model.addAttribute("official", official);
        model.addAttribute("sums", sums);
        model.addAttribute("total", sums.stream().mapToLong(LookupRows.Sum::lookups).sum());
        model.addAttribute("lookups", shown);
        model.addAttribute("more", found.size() > ROWS ? shown.getLast().id() : null);
        model.addAttribute("names", names(sums, shown));
        model.addAttribute("review", reviews.of(asked).orElse(null));
        model.addAttribute("operation", UUID.randomUUID());
        return "lookups/review";
    }

    @PostMapping(PATH)
    String review(
            @RequestParam @Nullable String month,
            @RequestParam(defaultValue = "-1") long total,
            @RequestParam UUID operation,
            Actor actor,
            RedirectAttributes redirect) {
        YearMonth asked = month(month);
        return once.redirect(
                operation,
                actor,
                redirect,
                Flash.success("lookups.reviewed"),
                PATH + "?month=" + asked,
                () -> reviews.review(actor, asked, total).entry());
    }

    private Map<String, String> names(List<LookupRows.Sum> sums, List<Lookup> shown) {
        return accounts.displayNames(
                Stream.concat(
                                sums.stream().map(LookupRows.Sum::official),
                                shown.stream().map(Lookup::official))
                        .distinct()
                        .toList());
    }

    /** The month that was asked for; this one where that cannot be read. */
    private YearMonth month(@Nullable String typed) {
        try {
            return typed == null ? thisMonth() : YearMonth.parse(typed);
        } catch (DateTimeException e) {
            return thisMonth();
        }
    }

    private YearMonth thisMonth() {
        return YearMonth.now(clock.withZone(Formats.ZONE));
    }
}
