package city.dure.membership;

import city.dure.citizens.Citizen;
import city.dure.citizens.Citizens;
import city.dure.city.City;
import city.dure.shared.Actor;
import city.dure.web.Conflict;
import city.dure.web.Flash;
import city.dure.web.NotFound;
import city.dure.web.OnceOnly;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Says that one lives in another part of the city, and since when. */
@Controller
class MoveController {
    private static final String PATH = OwnProfileController.PATH + "/district";
    private static final int UNPROCESSABLE = 422;

    private final Citizens citizens;
    private final City city;
    private final OnceOnly once;

    MoveController(Citizens citizens, City city, OnceOnly once) {
        this.citizens = citizens;
        this.city = city;
        this.once = once;
    }

    @GetMapping(PATH)
    String show(Actor actor, Model model) {
        model.addAttribute("form", PersonForm.blank().at(own(actor).version()));
        return page(own(actor), model);
    }

    @PostMapping(PATH)
    String move(
            @ModelAttribute("form") PersonForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Citizen own = own(actor);
        if (once.answer(form.operation(), actor).isEmpty()) {
            check(own, form, errors);
        }
        if (errors.hasErrors()) {
            response.setStatus(UNPROCESSABLE);
            return page(own, model);
        }
        try {
            return once.redirect(
                    form.operation(),
                    actor,
                    redirect,
                    Flash.success("membership.moved"),
                    OwnProfileController.PATH,
                    () -> move(actor, own, form));
        } catch (Conflict.Changed e) {
            Citizen now = own(actor);
            e.over(form.at(now.version()), stored(now), model, response);
            return page(now, model);
        } catch (Conflict e) {
            e.show(form, model, response);
            return page(own, model);
        }
    }

    private UUID move(Actor actor, Citizen own, PersonForm form) {
        String district = String.valueOf(form.district());
        LocalDate since = form.day().orElseThrow();
        return citizens.move(actor, own.id(), form.version(), district, since, "self").entry();
    }

    /** Where they live by what is stored, as this form would say it. */
    private PersonForm stored(Citizen own) {
        String since = citizens.residences(own.id()).getFirst().movedIn().toString();
        return new PersonForm(
                UUID.randomUUID(), own.version(), "", "", "", "", own.district(), since, "");
    }

    private void check(Citizen own, PersonForm form, BindingResult errors) {
        String code = form.district();
        if (code == null || city.district(code).isEmpty()) {
            errors.rejectValue("district", "membership.district.missing");
        } else if (code.equals(own.district())) {
            errors.rejectValue("district", "membership.district.same");
        }
        var latest = citizens.residences(own.id()).getFirst().movedIn();
        form.checkSince(errors, citizens.today(), latest.plusDays(1));
    }

    private Citizen own(Actor actor) {
        return citizens.of(actor).orElseThrow(() -> new NotFound("citizen of " + actor.ref()));
    }

    private String page(Citizen own, Model model) {
        model.addAttribute("district", Districts.name(city, own.district()));
        model.addAttribute("districts", Districts.options(city));
        return "membership/move";
    }
}
