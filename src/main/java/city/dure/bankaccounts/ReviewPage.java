package city.dure.bankaccounts;

import city.dure.bankaccounts.Coded.Check;
import city.dure.bankaccounts.Coded.Refusal;
import city.dure.bankaccounts.Coded.View;
import city.dure.identity.Accounts;
import city.dure.intake.Choices;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.web.OnceOnly;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the page of one request shows: masked, in plain while it is open to the officer. */
@Component("bankChangeReviewPage")
class ReviewPage {
    private final BankReviews reviews;
    private final BankAccounts accounts;
    private final BankViews views;
    private final Merchants merchants;
    private final Accounts people;
    private final Choices choices;
    private final Clock clock;

    ReviewPage(
            BankReviews reviews,
            BankAccounts accounts,
            BankViews views,
            Merchants merchants,
            Accounts people,
            Choices choices,
            Clock clock) {
        this.reviews = reviews;
        this.accounts = accounts;
        this.views = views;
        this.merchants = merchants;
        this.people = people;
        this.choices = choices;
        this.clock = clock;
    }

    String describe(BankChangeId id, Actor actor, String address, Model model) {
        BankChange change = reviews.get(id);
        var seen = views.seen(actor, change, address);
        model.addAttribute("change", change);
        model.addAttribute("shop", merchants.summary(change.shop()));
        model.addAttribute("present", accounts.inForce(change.shop()).orElse(null));
        model.addAttribute("wanted", seen.or(() -> accounts.wanted(change)).orElse(null));
        model.addAttribute("open", seen.isPresent());
        model.addAttribute("decider", name(change.decidedBy()));
        model.addAttribute("operations", new OnceOnly.Ids());
        choices(model);
        deciding(change, actor, model);
        return "bankaccounts/show";
    }

    private void deciding(BankChange change, Actor actor, Model model) {
        var approval = reviews.approval(change);
        boolean waits = approval.filter(made -> made.waits(clock.instant())).isPresent();
        boolean officer = actor.role() == Role.MERCHANT_OFFICER;
        var proposal = change.proposal();
        model.addAttribute("approval", approval.orElse(null));
        model.addAttribute("waits", change.waits() && waits);
        model.addAttribute(
                "expired", approval.filter(made -> made.expired(clock.instant())).isPresent());
        model.addAttribute("officer", officer);
        model.addAttribute("mayDecide", officer && reviews.isStranger(actor, change));
        model.addAttribute("own", proposal != null && proposal.by().equals(actor.ref()));
        model.addAttribute("proposer", proposal == null ? "" : name(proposal.by()));
        model.addAttribute("mark", change.waits() && waits ? reviews.mark(change) : "");
    }

    private void choices(Model model) {
        model.addAttribute(
                "views",
                choices.of("bankaccounts.view.", Arrays.stream(View.values()).map(View::code)));
        model.addAttribute(
                "checks",
                choices.of("bankaccounts.check.", Arrays.stream(Check.values()).map(Check::code)));
        model.addAttribute(
                "refusals",
                choices.of(
                        "bankaccounts.refusal.",
                        Arrays.stream(Refusal.values()).map(Refusal::code)));
    }

    private String name(@Nullable String account) {
        return Optional.ofNullable(account).flatMap(people::officialName).orElse("");
    }
}
