package city.dure.citizendesk;

import city.dure.citizens.Citizen;
import city.dure.citizens.CitizenId;
import city.dure.citizens.Citizens;
import city.dure.citizens.Proving;
import city.dure.city.City;
import city.dure.city.District;
import city.dure.lookups.Field;
import city.dure.lookups.LookupReason;
import city.dure.lookups.Lookups;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.web.Conflict;
import city.dure.web.Flash;
import city.dure.web.NotFound;
import city.dure.web.OnceOnly;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One citizen, closed until a reason is given, and masked then. */
@Controller
@RequestMapping("/desk/citizens/{id}")
class CitizenController {
    private final Lookups lookups;
    private final Citizens citizens;
    private final Proving proving;
    private final DeskVisits visits;
    private final City city;
    private final OnceOnly once;

    CitizenController(
            Lookups lookups,
            Citizens citizens,
            Proving proving,
            DeskVisits visits,
            City city,
            OnceOnly once) {
        this.lookups = lookups;
        this.citizens = citizens;
        this.proving = proving;
        this.visits = visits;
        this.city = city;
        this.once = once;
    }

    @GetMapping
    String show(@PathVariable CitizenId id, Actor actor, Model model, HttpServletRequest request) {
        return page(id, actor, model, request, Map.of());
    }

    @PostMapping("/lookups")
    String open(
            @PathVariable CitizenId id,
            @RequestParam @Nullable String reason,
            @RequestParam UUID operation,
            Actor actor,
            RedirectAttributes redirect) {
        var given = LookupReason.of(String.valueOf(reason));
        if (given.isEmpty()) {
            throw new Conflict("citizendesk.reason.missing");
        }
        return once.redirect(
                operation,
                actor,
                redirect,
                Flash.success("citizendesk.opened"),
                "/desk/citizens/" + id,
                () -> lookups.open(actor, id, given.get()).entry());
    }

    /** One field in plain, on this one page. */
    @PostMapping("/reveals")
    String reveal(
            @PathVariable CitizenId id,
            @RequestParam String field,
            Actor actor,
            Model model,
            HttpServletRequest request) {
        Field asked = Field.of(field).orElseThrow(() -> new NotFound(field));
        String plain = lookups.reveal(actor, id, asked, request.getRemoteAddr());
        return page(id, actor, model, request, Map.of(asked.code(), plain));
    }

    /** The official has seen a paper with a picture. */
    @PostMapping("/identity")
    String prove(
            @PathVariable CitizenId id,
            @RequestParam int version,
            @RequestParam UUID operation,
            Actor actor,
            RedirectAttributes redirect) {
        return "redirect:"
                + once.run(
                        operation,
                        actor,
                        () -> {
                            boolean stays = prove(actor, id, version);
                            redirect.addFlashAttribute(
                                    "flash", Flash.success("citizendesk.proven"));
                            return stays ? "/desk/citizens/" + id : "/desk/citizens";
                        });
    }

    /** Whether the citizen keeps the id under which it is open. */
    private boolean prove(Actor actor, CitizenId id, int version) {
        lookups.require(actor, id, version);
        boolean stays = proving.proveAtDesk(actor, id, version).equals(id);
        visits.end(actor, id, "proven");
        if (stays) {
            lookups.handOn(actor, id, version);
        }
        return stays;
    }

    /** Called, and not there. */
    @PostMapping("/absence")
    String absent(
            @PathVariable CitizenId id,
            @RequestParam UUID operation,
            Actor actor,
            RedirectAttributes redirect) {
        return once.redirect(
                operation,
                actor,
                redirect,
                SearchController.PATH,
                () -> {
                    visits.end(actor, id, "absent");
                    return Flash.success("citizendesk.absent");
                });
    }

    private String page(
            CitizenId id,
            Actor actor,
            Model model,
            HttpServletRequest request,
            Map<String, String> revealed) {
        var seen = lookups.view(actor, id, request.getRemoteAddr()).orElse(null);
        Citizen citizen = seen == null ? citizens.get(id) : seen.citizen();
        model.addAttribute("citizen", citizen);
        model.addAttribute("seen", seen);
        model.addAttribute("fields", Field.values());
        model.addAttribute("revealed", revealed);
        model.addAttribute("district", district(citizen.district()));
        model.addAttribute("reasons", Reasons.options());
        model.addAttribute("desk", actor.role() == Role.DESK_AGENT);
        model.addAttribute("operations", new OnceOnly.Ids());
        return "citizendesk/show";
    }

    private String district(String code) {
        return city.district(code).map(District::label).orElse(code);
    }
}
