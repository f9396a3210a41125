package city.dure.eligibilitypages;

import city.dure.city.City;
import city.dure.eligibility.Eligibility;
import city.dure.eligibility.Reasons;
import city.dure.eligibility.RuleChanges;
import city.dure.identity.Accounts;
import city.dure.ledger.LedgerReceipt;
import city.dure.shared.Actor;
import city.dure.shared.MoneyKind;
import city.dure.shared.Role;
import city.dure.web.Flash;
import city.dure.web.OnceOnly;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Rules that wait for a second officer: shown exactly as they will be, announced or declined. */
@Controller
class ProposalController {
    private static final String PATH = "/office/eligibility/proposals/{id}";
    private static final int SHOWN = 100;

    private final Proposals proposals;
    private final Eligibility eligibility;
    private final RuleChanges changes;
    private final Reasons reasons;
    private final City city;
    private final Accounts accounts;
    private final OnceOnly once;
    private final Clock clock;

    ProposalController(
            Proposals proposals,
            Eligibility eligibility,
            RuleChanges changes,
            Reasons reasons,
            City city,
            Accounts accounts,
            OnceOnly once,
            Clock clock) {
        this.proposals = proposals;
        this.eligibility = eligibility;
        this.changes = changes;
        this.reasons = reasons;
        this.city = city;
        this.accounts = accounts;
        this.once = once;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String show(@PathVariable ProposalId id, Actor actor, Model model) {
        Proposal asked = proposals.find(id);
        var approval = proposals.approval(id);
        boolean waits = approval.waits(clock.instant());
        model.addAttribute("asked", asked);
        model.addAttribute("askedBy", accounts.displayName(asked.askedBy()));
        model.addAttribute("approval", approval);
        model.addAttribute("waits", waits);
        model.addAttribute("own", asked.askedBy().equals(actor.ref()));
        model.addAttribute("mark", proposals.mark(asked));
        model.addAttribute("mayDecide", waits && actor.role() == Role.MERCHANT_OFFICER);
        model.addAttribute("operations", new OnceOnly.Ids());
        model.addAttribute("rules", asked.rules());
        model.addAttribute("kinds", MoneyKind.values());
        model.addAttribute("words", new RuleWords(city, eligibility.networks()));
        model.addAttribute("found", waits ? changes.find(asked.rules(), SHOWN) : null);
        model.addAttribute("shown", SHOWN);
        model.addAttribute("reasons", reasons);
        return "eligibility/proposal";
    }

    @PostMapping(PATH + "/approval")
    String approve(
            @PathVariable ProposalId id,
            @RequestParam UUID operation,
            @RequestParam(defaultValue = "") String mark,
            Actor actor,
            RedirectAttributes redirect) {
        return act(
                operation, actor, redirect, "announced", () -> proposals.approve(actor, id, mark));
    }

    @PostMapping(PATH + "/refusal")
    String decline(
            @PathVariable ProposalId id,
            @RequestParam UUID operation,
            Actor actor,
            RedirectAttributes redirect) {
        return act(operation, actor, redirect, "declined", () -> proposals.decline(actor, id));
    }

    private String act(
            UUID operation,
            Actor actor,
            RedirectAttributes redirect,
            String done,
            Supplier<LedgerReceipt> action) {
        Flash flash = Flash.success("eligibility.flash." + done);
        return once.redirect(
                operation,
                actor,
                redirect,
                flash,
                "/office/eligibility",
                () -> action.get().entry());
    }
}
