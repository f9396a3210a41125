package city.dure.consents;

import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.web.Conflict;
import city.dure.web.Flash;
import city.dure.web.NotFound;
import city.dure.web.OnceOnly;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the city asks people to agree to: each version, and new words. */
@Controller
class ConsentTextController {
    static final String PATH = "/office/consents";
    private static final int UNPROCESSABLE = 422;

    private final Consents consents;
    private final UsualWords usual;
    private final OnceOnly once;

    ConsentTextController(Consents consents, UsualWords usual, OnceOnly once) {
        this.consents = consents;
        this.usual = usual;
        this.once = once;
    }

    @GetMapping(PATH)
    String index(Actor actor, Model model) {
        model.addAttribute("asked", consents.asked());
        model.addAttribute(
                "missing",
                Arrays.stream(ConsentKind.values())
                        .filter(kind -> consents.versions(kind).isEmpty())
                        .toList());
        model.addAttribute("mayChange", actor.role() == Role.ADMIN);
        return "consents/index";
    }

    @GetMapping(PATH + "/{kind}")
    String show(@PathVariable String kind, Model model) {
        ConsentKind of = kind(kind);
        model.addAttribute("form", stored(of));
        return page(of, model);
    }

    @PostMapping(PATH + "/{kind}")
    String publish(
            @PathVariable String kind,
            @ModelAttribute("form") ConsentTextForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        ConsentKind of = kind(kind);
        form.check(of, errors);
        if (errors.hasErrors()) {
            response.setStatus(UNPROCESSABLE);
            return page(of, model);
        }
        try {
            return once.redirect(
                    form.operation(),
                    actor,
                    redirect,
                    Flash.success("consents.published"),
                    PATH,
                    () ->
                            consents.publish(actor, of, form.version(), form.ko(), form.en())
                                    .entry());
        } catch (Conflict.Changed e) {
            var now = stored(of);
            e.over(form.at(now.version()), now, model, response);
            return page(of, model);
        }
    }

    /** As they are now; those that are usual where there are none yet. */
    private ConsentTextForm stored(ConsentKind kind) {
        return consents.versions(kind).stream()
                .findFirst()
                .map(text -> ConsentTextForm.of(text.ko(), text.en(), text.version()))
                .orElseGet(() -> ConsentTextForm.of(usual.ko(kind), usual.en(kind), 0));
    }

    private String page(ConsentKind kind, Model model) {
        model.addAttribute("kind", kind);
        model.addAttribute("versions", consents.versions(kind));
        return "consents/edit";
    }

    private static ConsentKind kind(String code) {
        return ConsentKind.of(code).orElseThrow(() -> new NotFound(code));
    }
}
