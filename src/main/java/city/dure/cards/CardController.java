package city.dure.cards;

import city.dure.cards.Card.Why;
import city.dure.citizens.Citizen;
import city.dure.citizens.Citizens;
import city.dure.citizens.Profile;
import city.dure.personal.CardCode;
import city.dure.shared.Actor;
import city.dure.web.Conflict;
import city.dure.web.Flash;
import city.dure.web.NotFound;
import city.dure.web.OnceOnly;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The own prepaid card. */
@Controller
@RequestMapping(CardController.PATH)
class CardController {
    static final String PATH = "/me/wallet/card";
    private static final int UNPROCESSABLE = 422;

    private final Cards cards;
    private final Citizens citizens;
    private final OnceOnly once;

    CardController(Cards cards, Citizens citizens, OnceOnly once) {
        this.cards = cards;
        this.citizens = citizens;
        this.once = once;
    }

    /** The number that is printed on a card, as typed. */
    record NumberForm(@Nullable String number) {}

    @GetMapping
    String show(@ModelAttribute("form") NumberForm form, Actor actor, Model model) {
        var own = citizens.of(actor);
        return own.isEmpty() ? "redirect:/me/join" : page(own.get(), model);
    }

    @PostMapping
    String order(@RequestParam UUID operation, Actor actor, RedirectAttributes redirect) {
        Citizen own = own(actor);
        return once.redirect(
                operation,
                actor,
                redirect,
                Flash.success("cards.ordered"),
                PATH,
                () -> cards.order(actor, own.id()).entry());
    }

    /** It came, and its holder reads its number from it. */
    @PostMapping("/activation")
    String activate(
            @ModelAttribute("form") NumberForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Citizen own = own(actor);
        var code = CardCode.read(String.valueOf(form.number()));
        if (code.isEmpty()) {
            errors.rejectValue("number", "cards.number.form");
        } else {
            activate(actor, own, code.get()).ifPresent(each -> errors.rejectValue("number", each));
        }
        if (errors.hasErrors()) {
            response.setStatus(UNPROCESSABLE);
            return page(own, model);
        }
        redirect.addFlashAttribute("flash", Flash.success("cards.activated"));
        return "redirect:" + PATH;
    }

    /** What is wrong with the number, as a message; a second press finds the card in use. */
    private Optional<String> activate(Actor actor, Citizen own, CardCode code) {
        return switch (cards.activate(actor, own.id(), code)) {
            case RIGHT -> Optional.empty();
            case WRONG -> Optional.of("cards.number.wrong");
            case TOO_OFTEN -> Optional.of("cards.number.often");
        };
    }

    /** Blocks it, and orders another one when that is wanted. */
    @PostMapping("/block")
    String block(
            @RequestParam @Nullable String reason,
            @RequestParam(defaultValue = "false") boolean again,
            @RequestParam UUID operation,
            Actor actor,
            RedirectAttributes redirect) {
        Citizen own = own(actor);
        Why why = why(reason);
        return once.redirect(
                operation,
                actor,
                redirect,
                Flash.success(again ? "cards.replaced" : "cards.blocked"),
                PATH,
                () ->
                        (again
                                        ? cards.replace(actor, own.id(), why)
                                        : cards.block(actor, own.id(), why))
                                .entry());
    }

    static Why why(@Nullable String reason) {
        return Why.chosen(String.valueOf(reason))
                .orElseThrow(() -> new Conflict("cards.reason.missing"));
    }

    private String page(Citizen own, Model model) {
        var all = cards.of(own.id());
        Card open = all.stream().filter(Card::open).findFirst().orElse(null);
        model.addAttribute("card", open);
        model.addAttribute("code", open == null ? null : cards.code(open.id()).orElse(null));
        model.addAttribute("former", all.stream().filter(card -> !card.open()).toList());
        model.addAttribute(
                "address", citizens.profile(own.id()).map(Profile::address).orElse(null));
        model.addAttribute("reasons", reasons());
        model.addAttribute("operations", new OnceOnly.Ids());
        return "cards/mine";
    }

    static List<Why> reasons() {
        return Arrays.stream(Why.values()).filter(Why::chosen).toList();
    }

    private Citizen own(Actor actor) {
        return citizens.of(actor).orElseThrow(() -> new NotFound("citizen of " + actor.ref()));
    }
}
