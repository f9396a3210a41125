package city.dure.citizendesk;

import city.dure.cards.Card;
import city.dure.cards.Cards;
import city.dure.citizens.CitizenId;
import city.dure.lookups.LookupReason;
import city.dure.lookups.Lookups;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.web.OnceOnly;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Finds citizens by exactly what they say of themselves; sent by form, as addresses are kept in
 * many places.
 */
@Controller
class SearchController {
    static final String PATH = "/desk/citizens";
    private static final int UNPROCESSABLE = 422;
    private static final int SHOWN = 20;

    private final Lookups lookups;
    private final DeskVisits visits;
    private final Cards cards;

    SearchController(Lookups lookups, DeskVisits visits, Cards cards) {
        this.cards = cards;
        this.lookups = lookups;
        this.visits = visits;
    }

    @GetMapping(PATH)
    String show(Actor actor, Model model) {
        model.addAttribute("form", SearchForm.blank());
        return page(actor, model);
    }

    @PostMapping(PATH)
    String search(
            @ModelAttribute("form") SearchForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        form.check(errors);
        if (errors.hasErrors()) {
            response.setStatus(UNPROCESSABLE);
        } else {
            LookupReason reason = form.given().orElseThrow();
            var ids = found(actor, form, reason, request.getRemoteAddr());
            model.addAttribute("found", ids.stream().limit(SHOWN).toList());
        }
        return page(actor, model);
    }

    private List<CitizenId> found(
            Actor official, SearchForm form, LookupReason reason, String address) {
        return form.typedCard()
                .map(code ->
                        lookups.searchHolder(
                                official,
                                "card",
                                () -> cards.find(code).map(Card::citizen),
                                reason,
                                address))
                .orElseGet(() -> lookups.search(official, form.search(), reason, address));
    }

    private String page(Actor actor, Model model) {
        boolean desk = actor.role() == Role.DESK_AGENT;
        model.addAttribute("waiting", desk ? visits.waiting(SHOWN) : List.of());
        model.addAttribute("desk", desk);
        model.addAttribute("reasons", Reasons.options());
        model.addAttribute("operations", new OnceOnly.Ids());
        return "citizendesk/search";
    }
}
