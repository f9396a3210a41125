package city.dure.membership;

import city.dure.consents.ConsentKind;
import city.dure.consents.Consents;
import city.dure.ledger.LedgerReceipt;
import city.dure.shared.Actor;
import city.dure.web.Flash;
import city.dure.web.NotFound;
import city.dure.web.OnceOnly;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What one agreed to, each given and taken back with one press. */
@Controller
class ConsentController {
    static final String PATH = "/me/consents";

    private final Consents consents;
    private final OnceOnly once;

    ConsentController(Consents consents, OnceOnly once) {
        this.consents = consents;
        this.once = once;
    }

    @GetMapping(PATH)
    String show(Actor actor, Model model) {
        model.addAttribute("standings", consents.of(actor.ref()));
        model.addAttribute("operations", new OnceOnly.Ids());
        return "membership/consents";
    }

    @PostMapping(PATH + "/{kind}")
    String give(
            @PathVariable String kind,
            @RequestParam int version,
            @RequestParam UUID operation,
            Actor actor,
            RedirectAttributes redirect) {
        ConsentKind of = kind(kind);
        return once.redirect(
                operation,
                actor,
                redirect,
                PATH,
                () -> told("given", consents.give(actor, of, version)));
    }

    @PostMapping(PATH + "/{kind}/withdrawal")
    String withdraw(
            @PathVariable String kind,
            @RequestParam UUID operation,
            Actor actor,
            RedirectAttributes redirect) {
        ConsentKind of = kind(kind);
        return once.redirect(
                operation,
                actor,
                redirect,
                PATH,
                () -> told("withdrawn", consents.withdraw(actor, of)));
    }

    private static Flash told(String done, Optional<LedgerReceipt> receipt) {
        return receipt.map(it -> Flash.success("membership.consent." + done).withEntry(it.entry()))
                .orElseGet(() -> Flash.info("membership.same"));
    }

    private static ConsentKind kind(String code) {
        return ConsentKind.of(code).orElseThrow(() -> new NotFound(code));
    }
}
