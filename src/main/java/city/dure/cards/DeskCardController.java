package city.dure.cards;

import city.dure.citizens.CitizenId;
import city.dure.ledger.LedgerReceipt;
import city.dure.lookups.Field;
import city.dure.lookups.Lookups;
import city.dure.shared.Actor;
import city.dure.web.Conflict;
import city.dure.web.Flash;
import city.dure.web.OnceOnly;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A citizen's card at the desk, while the citizen is open to the agent for a reason. */
@Controller
@RequestMapping("/desk/citizens/{id}/cards")
class DeskCardController {
    private final Cards cards;
    private final Lookups lookups;
    private final OnceOnly once;

    DeskCardController(Cards cards, Lookups lookups, OnceOnly once) {
        this.cards = cards;
        this.lookups = lookups;
        this.once = once;
    }

    @GetMapping
    String show(@PathVariable CitizenId id, Actor actor, Model model, HttpServletRequest request) {
        if (lookups.look(actor, id, "card", request.getRemoteAddr()).isEmpty()) {
            return "redirect:/desk/citizens/" + id;
        }
        var all = cards.of(id);
        Card open = all.stream().filter(Card::open).findFirst().orElse(null);
        model.addAttribute("id", id);
        model.addAttribute("card", open);
        model.addAttribute("code", open == null ? null : cards.code(open.id()).orElse(null));
        model.addAttribute("former", all.stream().filter(card -> !card.open()).toList());
        model.addAttribute("reasons", CardController.reasons());
        model.addAttribute("operations", new OnceOnly.Ids());
        return "cards/desk";
    }

    /** What is printed: number, name and address in plain, written into the access record. */
    @PostMapping("/sheet")
    String sheet(@PathVariable CitizenId id, Actor actor, Model model, HttpServletRequest request) {
        if (lookups.opened(actor, id).isEmpty()) {
            throw new Conflict("lookups.closed");
        }
        Card card =
                cards.of(id).stream()
                        .filter(each -> each.open() && each.state() != Card.State.ACTIVE)
                        .findFirst()
                        .orElseThrow(() -> new Conflict("cards.none"));
        var profile =
                lookups.reveal(
                        actor,
                        id,
                        List.of(Field.NAME.code(), Field.ADDRESS.code(), "card"),
                        request.getRemoteAddr());
        model.addAttribute("id", id);
        model.addAttribute("card", card);
        model.addAttribute("code", cards.code(card.id()).orElseThrow());
        model.addAttribute("profile", profile);
        model.addAttribute("operations", new OnceOnly.Ids());
        return "cards/sheet";
    }

    @PostMapping
    String order(
            @PathVariable CitizenId id,
            @RequestParam UUID operation,
            Actor actor,
            RedirectAttributes redirect) {
        return done(operation, actor, id, "ordered", redirect, () -> cards.order(actor, id));
    }

    @PostMapping("/sent")
    String send(
            @PathVariable CitizenId id,
            @RequestParam UUID operation,
            Actor actor,
            RedirectAttributes redirect) {
        return done(operation, actor, id, "sent", redirect, () -> cards.send(actor, id));
    }

    /** The holder stands at the desk and has it in hand. */
    @PostMapping("/handed")
    String handOut(
            @PathVariable CitizenId id,
            @RequestParam UUID operation,
            Actor actor,
            RedirectAttributes redirect) {
        return done(operation, actor, id, "handed", redirect, () -> cards.handOut(actor, id));
    }

    @PostMapping("/block")
    String block(
            @PathVariable CitizenId id,
            @RequestParam @Nullable String reason,
            @RequestParam(defaultValue = "false") boolean again,
            @RequestParam UUID operation,
            Actor actor,
            RedirectAttributes redirect) {
        var why = CardController.why(reason);
        return done(
                operation,
                actor,
                id,
                again ? "replaced" : "blocked",
                redirect,
                () -> again ? cards.replace(actor, id, why) : cards.block(actor, id, why));
    }

    private String done(
            UUID operation,
            Actor actor,
            CitizenId id,
            String what,
            RedirectAttributes redirect,
            Supplier<LedgerReceipt> act) {
        return once.redirect(
                operation,
                actor,
                redirect,
                Flash.success("cards.desk." + what),
                "/desk/citizens/" + id + "/cards",
                () -> {
                    if (lookups.opened(actor, id).isEmpty()) {
                        throw new Conflict("lookups.closed");
                    }
                    return act.get().entry();
                });
    }
}
