package city.dure.eligibilitypages;

import city.dure.eligibility.Declarations;
import city.dure.eligibility.Eligibility;
import city.dure.eligibility.Reasons;
import city.dure.eligibility.Turnover;
import city.dure.merchants.MerchantId;
import city.dure.merchants.Merchants;
import city.dure.web.Conflict;
import city.dure.web.Flash;
import city.dure.web.Formats;
import city.dure.web.OnceOnly;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of what rules say of one shop and of what they look at, also with a form refused. */
@Component
class ShopRulesPage {
    static final String PATH = "/office/merchants/{id}/eligibility";

    private final Eligibility eligibility;
    private final Declarations declarations;
    private final Merchants merchants;
    private final Reasons reasons;
    private final Clock clock;

    ShopRulesPage(
            Eligibility eligibility,
            Declarations declarations,
            Merchants merchants,
            Reasons reasons,
            Clock clock) {
        this.eligibility = eligibility;
        this.declarations = declarations;
        this.merchants = merchants;
        this.reasons = reasons;
        this.clock = clock;
    }

    /** The view, with what it shows; forms that are in the model already stay as they are. */
    String of(MerchantId id, Model model) {
        var shop = merchants.summary(id);
        model.addAttribute("shop", shop);
        model.addAttribute("answers", eligibility.answers(shop));
        model.addAttribute("reasons", reasons);
        model.addAttribute("turnovers", declarations.of(id));
        model.addAttribute("mistakes", Declarations.Mistake.values());
        model.addAttribute("oldest", Integer.toString(oldestYear()));
        model.addAttribute("newest", Integer.toString(newestYear()));
        model.addAttribute("networks", eligibility.networks());
        model.addAttribute("belongs", eligibility.networksOf(id));
        model.addAttribute("operations", new OnceOnly.Ids());
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", TurnoverForm.blank(newestYear()));
        }
        if (!model.containsAttribute("withdrawal")) {
            model.addAttribute("withdrawal", WithdrawalForm.BLANK);
        }
        return "eligibility/shop";
    }

    /**
     * Passes when the turnover of a year is noted.
     *
     * @throws Conflict.Changed when it was taken back meanwhile
     */
    void requireNoted(MerchantId id, int year) {
        if (declarations.of(id).stream().noneMatch(each -> each.turnover().year() == year)) {
            throw new Conflict.Changed("eligibility.mistake.changed");
        }
    }

    /** The first year whose turnover is noted today. */
    int oldestYear() {
        return Turnover.oldest(thisYear());
    }

    /** The last year whose turnover is noted today. */
    int newestYear() {
        return Turnover.newest(thisYear());
    }

    /** Where the page of a shop stands. */
    static String at(MerchantId id) {
        return "/office/merchants/" + id + "/eligibility";
    }

    /** What the next page says; no entry when nothing changed. */
    static Flash flash(@Nullable UUID entry) {
        return entry == null
                ? Flash.info("eligibility.flash.same")
                : Flash.success("eligibility.flash.noted").withEntry(entry);
    }

    private int thisYear() {
        return LocalDate.now(clock.withZone(Formats.ZONE)).getYear();
    }
}
