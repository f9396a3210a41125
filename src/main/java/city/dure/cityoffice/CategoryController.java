package city.dure.cityoffice;

import city.dure.city.Category;
import city.dure.city.City;
import city.dure.city.CitySettings;
import city.dure.shared.Actor;
import city.dure.shared.MoneyKind;
import city.dure.web.Conflict;
import city.dure.web.Flash;
import city.dure.web.NotFound;
import city.dure.web.OnceOnly;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The kinds of business: what they may accept, and what lists call them. */
@Controller
@RequestMapping("/office/city/categories")
class CategoryController {
    private static final String PATH = "/office/city/categories";
    private static final int UNPROCESSABLE = 422;

    /** Parts of the paths beside those of categories. */
    private static final Set<String> RESERVED = Set.of("new", "usual");

    private final City city;
    private final CitySettings settings;
    private final OnceOnly once;

    CategoryController(City city, CitySettings settings, OnceOnly once) {
        this.city = city;
        this.settings = settings;
        this.once = once;
    }

    @ModelAttribute("kinds")
    List<String> kinds() {
        return java.util.Arrays.stream(MoneyKind.values()).map(MoneyKind::code).toList();
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("categories", city.categories());
        model.addAttribute("operation", UUID.randomUUID());
        return "cityoffice/categories";
    }

    /** A city without any begins with the usual ones. */
    @PostMapping("/usual")
    String begin(@RequestParam UUID operation, Actor actor, RedirectAttributes redirect) {
        return "redirect:"
                + once.run(
                        operation,
                        actor,
                        () -> {
                            settings.beginCategories(actor)
                                    .ifPresent(receipt ->
                                            redirect.addFlashAttribute(
                                                    "flash",
                                                    Flash.success("cityoffice.category.begun")
                                                            .withEntry(receipt.entry())));
                            return PATH;
                        });
    }

    @GetMapping("/new")
    String fresh(Model model) {
        model.addAttribute("form", CategoryForm.blank());
        return "cityoffice/category";
    }

    @GetMapping("/{code}")
    String edit(@PathVariable String code, Model model) {
        model.addAttribute("form", CategoryForm.of(find(code)));
        return page(code, model);
    }

    @PostMapping("/new")
    String create(
            @Valid @ModelAttribute("form") CategoryForm form,
            BindingResult errors,
            Actor actor,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        String code = Objects.requireNonNullElse(form.code(), "");
        if (once.answer(form.operation(), actor).isEmpty()
                && (RESERVED.contains(code) || city.category(code).isPresent())) {
            errors.rejectValue("code", "cityoffice.category.code.taken");
        }
        refuseNames(form, code, errors);
        if (errors.hasErrors()) {
            response.setStatus(UNPROCESSABLE);
            return "cityoffice/category";
        }
        return set(code, form, actor, redirect);
    }

    @PostMapping("/{code}")
    String change(
            @PathVariable String code,
            @Valid @ModelAttribute("form") CategoryForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        find(code);
        refuseNames(form, code, errors);
        if (errors.hasErrors()) {
            response.setStatus(UNPROCESSABLE);
            return page(code, model);
        }
        try {
            return set(code, form, actor, redirect);
        } catch (Conflict.Changed e) {
            var stored = CategoryForm.of(find(code));
            e.over(form.at(stored.version()), stored, model, response);
            return page(code, model);
        }
    }

    private String set(String code, CategoryForm form, Actor actor, RedirectAttributes redirect) {
        return "redirect:"
                + once.run(
                        form.operation(),
                        actor,
                        () -> {
                            var receipt = settings.set(actor, form.category(code));
                            redirect.addFlashAttribute(
                                    "flash",
                                    receipt.map(done ->
                                                    Flash.success("cityoffice.done")
                                                            .withEntry(done.entry()))
                                            .orElseGet(() -> Flash.info("cityoffice.same")));
                            return PATH;
                        });
    }

    /** What one category is called by lists, another one cannot be. */
    private void refuseNames(CategoryForm form, String code, BindingResult errors) {
        if (form.tooManyNames()) {
            errors.rejectValue("listNames", "cityoffice.category.listNames.long");
        }
        form.namesOfLists().stream()
                .flatMap(name ->
                        otherOf(name, code).stream()
                                .map(other -> new String[] {name, other.label()}))
                .findFirst()
                .ifPresent(taken ->
                        errors.rejectValue(
                                "listNames", "cityoffice.category.listNames.taken", taken, null));
    }

    private Optional<Category> otherOf(String listName, String code) {
        return city.categories().stream()
                .filter(category -> !category.code().equals(code))
                .filter(category -> category.listNames().contains(listName))
                .findFirst();
    }

    private String page(String code, Model model) {
        model.addAttribute("category", find(code));
        return "cityoffice/category";
    }

    private Category find(String code) {
        return city.category(code).orElseThrow(() -> new NotFound("category " + code));
    }
}
