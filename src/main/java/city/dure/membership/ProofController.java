package city.dure.membership;

import city.dure.citizendesk.DeskVisits;
import city.dure.citizens.Channel;
import city.dure.citizens.Citizen;
import city.dure.citizens.Citizens;
import city.dure.citizens.ProvidedIdentities;
import city.dure.citizens.Proving;
import city.dure.citizens.Proving.Outcome;
import city.dure.shared.Actor;
import city.dure.web.Conflict;
import city.dure.web.Flash;
import city.dure.web.NotFound;
import city.dure.web.OnceOnly;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How far one is proven, and the codes by which to get further. */
@Controller
class ProofController {
    static final String PATH = "/me/verification";
    private static final int UNPROCESSABLE = 422;

    private final Citizens citizens;
    private final Proving proving;
    private final ProvidedIdentities provided;
    private final DeskVisits visits;
    private final OnceOnly once;

    ProofController(
            Citizens citizens,
            Proving proving,
            ProvidedIdentities provided,
            DeskVisits visits,
            OnceOnly once) {
        this.citizens = citizens;
        this.proving = proving;
        this.provided = provided;
        this.visits = visits;
        this.once = once;
    }

    /** A code as typed. */
    record CodeForm(UUID operation, @Nullable String code) {
        static CodeForm blank() {
            return new CodeForm(UUID.randomUUID(), "");
        }

        String typed() {
            return Objects.requireNonNullElse(code, "").replaceAll("\\s", "");
        }
    }

    @GetMapping(PATH)
    String show(Actor actor, Model model) {
        var citizen = citizens.of(actor);
        model.addAttribute("form", CodeForm.blank());
        return citizen.isEmpty()
                ? "redirect:" + AgreementController.PATH
                : page(citizen.get(), model);
    }

    @PostMapping(PATH + "/{channel}/codes")
    String send(
            @PathVariable String channel,
            @RequestParam UUID operation,
            Actor actor,
            Locale language,
            RedirectAttributes redirect) {
        Citizen citizen = own(actor);
        Channel way = channel(channel);
        return once.redirect(
                operation,
                actor,
                redirect,
                PATH,
                () ->
                        proving.sendCode(citizen.id(), way, language)
                                .map(wait ->
                                        Flash.warning("membership.code.wait", wait.toMinutes() + 1))
                                .orElse(Flash.success("membership.code.sent." + way.code())));
    }

    @PostMapping(PATH + "/{channel}")
    String prove(
            @PathVariable String channel,
            @ModelAttribute("form") CodeForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Citizen citizen = own(actor);
        Channel way = channel(channel);
        if (once.answer(form.operation(), actor).isEmpty()) {
            String wrong = prove(actor, citizen, way, form);
            if (wrong != null) {
                errors.rejectValue("code", wrong);
                response.setStatus(UNPROCESSABLE);
                model.addAttribute("wrong", way);
                return page(citizen, model);
            }
        }
        redirect.addFlashAttribute("flash", Flash.success("membership.proven." + way.code()));
        return "redirect:" + PATH;
    }

    /** The identity provider at which one signed in has checked the identity, and no desk need. */
    @PostMapping(PATH + "/identity")
    String proveByProvider(@RequestParam UUID operation, Actor actor, RedirectAttributes redirect) {
        Citizen citizen = own(actor);
        return once.redirect(
                operation,
                actor,
                redirect,
                PATH,
                () -> {
                    var stays = provided.prove(actor, citizen.id());
                    visits.end(actor, stays, "proven");
                    return Flash.success("membership.proven.identity");
                });
    }

    /** Takes a code, which counts a try of its own accord; the message of what is wrong with it. */
    private @Nullable String prove(Actor actor, Citizen citizen, Channel way, CodeForm form) {
        try {
            var outcome = proving.prove(actor, citizen.id(), way, form.typed());
            // The other tab was faster with the same code.
            boolean before = outcome == Outcome.NONE && own(actor).has(way);
            if (outcome != Outcome.RIGHT && !before) {
                return "membership.code." + outcome.name().toLowerCase(Locale.ROOT);
            }
            once.run(form.operation(), actor, () -> PATH);
            return null;
        } catch (Conflict e) {
            return e.getMessage();
        }
    }

    private String page(Citizen citizen, Model model) {
        model.addAttribute("citizen", citizen);
        model.addAttribute("profile", citizens.profile(citizen.id()).orElseThrow());
        for (Channel way : Channel.values()) {
            model.addAttribute(
                    way.code() + "Until", proving.codeUntil(citizen.id(), way).orElse(null));
        }
        model.addAttribute("provided", provided.has(citizen));
        model.addAttribute("canText", proving.reaches(Channel.PHONE));
        model.addAttribute("canMail", proving.reaches(Channel.EMAIL));
        model.addAttribute("operations", new OnceOnly.Ids());
        return "membership/proof";
    }

    private Citizen own(Actor actor) {
        return citizens.of(actor).orElseThrow(() -> new NotFound("citizen of " + actor.ref()));
    }

    private static Channel channel(String code) {
        return Channel.of(code).orElseThrow(() -> new NotFound(code));
    }
}
