package city.dure.citizendesk;

import city.dure.citizens.CitizenId;
import city.dure.citizens.Citizens;
import city.dure.city.City;
import city.dure.shared.Actor;
import city.dure.web.Conflict;
import city.dure.web.Flash;
import city.dure.web.OnceOnly;
import city.dure.web.Option;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A wrong name, birth date or part of the city, corrected by a paper. */
@Controller
@RequestMapping(SearchController.PATH + "/{id}/correction")
class CorrectionController {
    private static final int UNPROCESSABLE = 422;

    private final Corrections corrections;
    private final Citizens citizens;
    private final City city;
    private final OnceOnly once;

    CorrectionController(Corrections corrections, Citizens citizens, City city, OnceOnly once) {
        this.corrections = corrections;
        this.citizens = citizens;
        this.city = city;
        this.once = once;
    }

    @GetMapping
    String show(@PathVariable CitizenId id, Actor actor, Model model) {
        int opened = corrections.requireOpen(actor, id).citizenVersion();
        model.addAttribute("form", CorrectionForm.blank(opened));
        return page(id, model);
    }

    @PostMapping
    String correct(
            @PathVariable CitizenId id,
            @ModelAttribute("form") CorrectionForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            check(id, form, errors, actor);
            if (errors.hasErrors()) {
                response.setStatus(UNPROCESSABLE);
                return page(id, model);
            }
            return correct(id, form, actor, redirect);
        } catch (Conflict.Changed e) {
            // Counts once they opened the citizen anew, and saw there what is stored now.
            e.show(form.at(citizens.get(id).version()), model, response);
        } catch (Conflict e) {
            e.show(form, model, response);
        }
        model.addAttribute("again", true);
        return page(id, model);
    }

    private String correct(
            CitizenId id, CorrectionForm form, Actor actor, RedirectAttributes redirect) {
        return once.redirect(
                form.operation(),
                actor,
                redirect,
                SearchController.PATH + "/" + id,
                () -> {
                    boolean changed = corrections.correct(actor, id, form);
                    return changed
                            ? Flash.success("citizendesk.corrected")
                            : Flash.info("citizendesk.corrected.nothing");
                });
    }

    /** Nothing of a form that took effect before is wrong, whatever is stored since. */
    private void check(CitizenId id, CorrectionForm form, BindingResult errors, Actor actor) {
        if (once.answer(form.operation(), actor).isPresent()) {
            return;
        }
        form.check(errors, citizens.today(), corrections.earliest(actor, id));
        form.newDistrict()
                .filter(code -> city.district(code).isEmpty())
                .ifPresent(code -> errors.rejectValue("district", "citizendesk.correct.district"));
    }

    private String page(CitizenId id, Model model) {
        model.addAttribute("citizen", id);
        model.addAttribute(
                "districts",
                city.districts().stream()
                        .map(district -> new Option(district.code(), district.label()))
                        .toList());
        return "citizendesk/correction";
    }
}
