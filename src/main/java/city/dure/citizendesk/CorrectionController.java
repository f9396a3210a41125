package city.dure.citizendesk;

import city.dure.citizens.CitizenId;
import city.dure.citizens.Citizens;
import city.dure.city.City;
import city.dure.shared.Actor;
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
        corrections.requireOpen(actor, id);
        model.addAttribute("form", CorrectionForm.blank(citizens.get(id).version()));
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
        form.check(errors, citizens.today());
        form.newDistrict()
                .filter(code -> city.district(code).isEmpty())
                .ifPresent(code -> errors.rejectValue("district", "citizendesk.correct.district"));
        if (errors.hasErrors()) {
            response.setStatus(UNPROCESSABLE);
            return page(id, model);
        }
        return once.redirect(
                form.operation(),
                actor,
                redirect,
                SearchController.PATH + "/" + id,
                () -> {
                    corrections.correct(actor, id, form);
                    return Flash.success("citizendesk.corrected");
                });
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
