package city.dure.cityoffice;

import city.dure.city.City;
import city.dure.city.CitySettings;
import city.dure.shared.Actor;
import city.dure.web.Conflict;
import city.dure.web.Flash;
import city.dure.web.OnceOnly;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the city and its currency are called, and in which languages it speaks. */
@Controller
class ProfileController {
    private static final String PATH = "/office/city";
    private static final int UNPROCESSABLE = 422;

    private final City city;
    private final CitySettings settings;
    private final OnceOnly once;

    ProfileController(City city, CitySettings settings, OnceOnly once) {
        this.city = city;
        this.settings = settings;
        this.once = once;
    }

    @GetMapping(PATH)
    String show(Model model) {
        model.addAttribute("form", ProfileForm.of(city.profile()));
        return page(model);
    }

    @PostMapping(PATH)
    String change(
            @Valid @ModelAttribute("form") ProfileForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (errors.hasErrors()) {
            response.setStatus(UNPROCESSABLE);
            return page(model);
        }
        try {
            return save(actor, form, redirect);
        } catch (Conflict.Changed e) {
            var stored = ProfileForm.of(city.profile());
            e.over(form.at(stored.version()), stored, model, response);
            return page(model);
        }
    }

    private String save(Actor actor, ProfileForm form, RedirectAttributes redirect) {
        return once.redirect(form.operation(), actor, redirect, PATH, () -> change(actor, form));
    }

    private Flash change(Actor actor, ProfileForm form) {
        return settings.call(actor, form.on(city.profile()))
                .map(receipt -> Flash.success("cityoffice.done").withEntry(receipt.entry()))
                .orElseGet(() -> Flash.info("cityoffice.same"));
    }

    private String page(Model model) {
        model.addAttribute("profile", city.profile());
        return "cityoffice/profile";
    }
}
