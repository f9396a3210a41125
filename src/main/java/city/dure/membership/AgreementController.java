package city.dure.membership;

import city.dure.citizens.Citizens;
import city.dure.consents.ConsentText;
import city.dure.consents.Consents;
import city.dure.shared.Actor;
import city.dure.web.OnceOnly;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** First step of joining: what the city asks for and why, each agreed to by itself. */
@Controller
class AgreementController {
    static final String PATH = "/me/join";
    private static final int UNPROCESSABLE = 422;

    private final Consents consents;
    private final Citizens citizens;
    private final OnceOnly once;

    AgreementController(Consents consents, Citizens citizens, OnceOnly once) {
        this.consents = consents;
        this.citizens = citizens;
        this.once = once;
    }

    @GetMapping(PATH)
    String show(Actor actor, Model model) {
        if (citizens.of(actor).isPresent()) {
            return "redirect:" + ProofController.PATH;
        }
        model.addAttribute("form", AgreementForm.blank());
        return page(model);
    }

    @PostMapping(PATH)
    String agree(
            @ModelAttribute("form") AgreementForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        var asked = consents.asked();
        for (ConsentText text : asked) {
            if (form.agreedToOther(text)) {
                errors.rejectValue("agreed", "consents.changed");
            } else if (text.kind().required() && !form.agreesTo(text)) {
                errors.rejectValue("agreed", "membership.agree.missing");
            }
        }
        if (asked.isEmpty() || errors.hasErrors()) {
            response.setStatus(UNPROCESSABLE);
            return page(model);
        }
        return "redirect:" + once.run(form.operation(), actor, () -> agree(form, asked, actor));
    }

    private String agree(AgreementForm form, List<ConsentText> asked, Actor actor) {
        asked.stream()
                .filter(form::agreesTo)
                .forEach(text -> consents.give(actor, text.kind(), text.version()));
        return NewMemberController.PATH;
    }

    private String page(Model model) {
        var asked = consents.asked();
        model.addAttribute("asked", asked);
        model.addAttribute("open", asked.stream().anyMatch(text -> text.kind().required()));
        return "membership/agree";
    }
}
