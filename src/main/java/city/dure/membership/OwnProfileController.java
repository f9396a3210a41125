package city.dure.membership;

import city.dure.citizens.Citizen;
import city.dure.citizens.Citizens;
import city.dure.citizens.Residence;
import city.dure.city.City;
import city.dure.shared.Actor;
import city.dure.web.Conflict;
import city.dure.web.Flash;
import city.dure.web.NotFound;
import city.dure.web.OnceOnly;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the city keeps about oneself, in plain, and how to correct it. */
@Controller
class OwnProfileController {
    static final String PATH = "/me/profile";
    private static final int UNPROCESSABLE = 422;

    private final Citizens citizens;
    private final City city;
    private final OnceOnly once;

    OwnProfileController(Citizens citizens, City city, OnceOnly once) {
        this.citizens = citizens;
        this.city = city;
        this.once = once;
    }

    @GetMapping(PATH)
    String show(Actor actor, Model model) {
        var own = citizens.of(actor);
        if (own.isEmpty()) {
            return "redirect:" + AgreementController.PATH;
        }
        model.addAttribute("form", form(own.get()));
        return page(own.get(), model);
    }

    @PostMapping(PATH)
    String correct(
            @ModelAttribute("form") PersonForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Citizen own = own(actor);
        form.check(errors, citizens.today());
        if (errors.hasErrors()) {
            response.setStatus(UNPROCESSABLE);
            return page(own, model);
        }
        try {
            return once.redirect(
                    form.operation(), actor, redirect, PATH, () -> correct(actor, own, form));
        } catch (Conflict.Changed e) {
            e.over(form.at(own(actor).version()), form(own(actor)), model, response);
            return page(own, model);
        } catch (Conflict e) {
            e.show(form, model, response);
            return page(own, model);
        }
    }

    private Flash correct(Actor actor, Citizen own, PersonForm form) {
        return citizens.correct(actor, own.id(), form.version(), form.profile(), false)
                .map(receipt -> Flash.success("membership.corrected").withEntry(receipt.entry()))
                .orElseGet(() -> Flash.info("membership.same"));
    }

    private PersonForm form(Citizen own) {
        return PersonForm.of(citizens.profile(own.id()).orElseThrow(), own.version());
    }

    private Citizen own(Actor actor) {
        return citizens.of(actor).orElseThrow(() -> new NotFound("citizen of " + actor.ref()));
    }

    private String page(Citizen own, Model model) {
        model.addAttribute("citizen", own);
        model.addAttribute(
                "residences",
                citizens.residences(own.id()).stream()
                        .map(each -> new Lived(Districts.name(city, each.district()), each))
                        .toList());
        return "membership/profile";
    }

    /** A time in a part of the city, by its name. */
    record Lived(String district, Residence residence) {}
}
