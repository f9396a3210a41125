package city.dure.citizendesk;

import city.dure.citizens.Citizen;
import city.dure.citizens.Citizens;
import city.dure.citizens.Proving;
import city.dure.shared.Actor;
import city.dure.web.Flash;
import city.dure.web.NotFound;
import city.dure.web.OnceOnly;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A citizen takes a number at a desk. */
@Controller
class WaitingController {
    private static final String PATH = "/me/verification/desk";

    private final Citizens citizens;
    private final Proving proving;
    private final DeskVisits visits;
    private final OnceOnly once;

    WaitingController(Citizens citizens, Proving proving, DeskVisits visits, OnceOnly once) {
        this.citizens = citizens;
        this.proving = proving;
        this.visits = visits;
        this.once = once;
    }

    @GetMapping(PATH)
    String show(Actor actor, Model model) {
        Citizen own = own(actor);
        model.addAttribute("proven", own.provenAt() != null);
        model.addAttribute("number", visits.waiting(own.id()).orElse(null));
        model.addAttribute("operation", UUID.randomUUID());
        return "citizendesk/waiting";
    }

    @PostMapping(PATH)
    String ask(@RequestParam UUID operation, Actor actor, RedirectAttributes redirect) {
        Citizen own = own(actor);
        proving.requireConsent(own);
        return once.redirect(
                operation,
                actor,
                redirect,
                Flash.success("citizendesk.asked"),
                PATH,
                () -> visits.ask(actor, own).entry());
    }

    private Citizen own(Actor actor) {
        return citizens.of(actor).orElseThrow(() -> new NotFound("citizen of " + actor.ref()));
    }
}
