package city.dure.membership;

import city.dure.citizens.Citizens;
import city.dure.city.City;
import city.dure.consents.Consents;
import city.dure.shared.Actor;
import city.dure.web.Flash;
import city.dure.web.OnceOnly;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Second step of joining: what the city has to know of a person, and nothing more. */
@Controller
class NewMemberController {
    static final String PATH = "/me/join/person";
    private static final int UNPROCESSABLE = 422;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final Citizens citizens;
    private final Consents consents;
    private final City city;
    private final OnceOnly once;

    NewMemberController(Citizens citizens, Consents consents, City city, OnceOnly once) {
        this.citizens = citizens;
        this.consents = consents;
        this.city = city;
        this.once = once;
    }

    @GetMapping(PATH)
    String show(Actor actor, Model model) {
        if (citizens.of(actor).isPresent() || !consents.agreesToRequired(actor.ref())) {
            return "redirect:" + AgreementController.PATH;
        }
        model.addAttribute("form", PersonForm.blank());
        return page(model);
    }

    @PostMapping(PATH)
    String join(
            @ModelAttribute("form") PersonForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        LocalDate today = citizens.today();
        form.check(errors, today);
        form.checkSince(errors, today, form.born().orElse(EARLIEST));
        checkDistrict(form, errors);
        if (errors.hasErrors()) {
            response.setStatus(UNPROCESSABLE);
            return page(model);
        }
        return once.redirect(
                form.operation(),
                actor,
                redirect,
                Flash.success("membership.joined"),
                ProofController.PATH,
                () -> citizens.join(actor, form.newCitizen()).entry());
    }

    private void checkDistrict(PersonForm form, BindingResult errors) {
        String code = form.district();
        if (code == null || city.district(code).isEmpty()) {
            errors.rejectValue("district", "membership.district.missing");
        }
    }

    private String page(Model model) {
        model.addAttribute("districts", Districts.options(city));
        return "membership/join";
    }
}
