package city.dure.finder;

import city.dure.city.City;
import city.dure.city.Districts;
import city.dure.merchants.Decisions;
import city.dure.merchants.MerchantId;
import city.dure.merchants.MerchantSummary;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Corrects the public facts of a business: once, and only what was shown. */
@Controller
@RequestMapping("/office/merchants/{id}/facts")
class FactsController {
    private static final int UNPROCESSABLE = 422;

    private final Decisions decisions;
    private final ShopPages pages;
    private final Lists lists;
    private final City city;
    private final Districts map;
    private final OnceOnly once;

    FactsController(
            Decisions decisions,
            ShopPages pages,
            Lists lists,
            City city,
            Districts map,
            OnceOnly once) {
        this.decisions = decisions;
        this.pages = pages;
        this.lists = lists;
        this.city = city;
        this.map = map;
        this.once = once;
    }

    @GetMapping
    String edit(@PathVariable MerchantId id, Model model) {
        MerchantSummary merchant = pages.find(id);
        model.addAttribute("form", FactsForm.of(merchant));
        return page(merchant, model);
    }

    @PostMapping
    String correct(
            @PathVariable MerchantId id,
            @Valid @ModelAttribute("form") FactsForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        MerchantSummary merchant = pages.find(id);
        check(form, merchant, errors);
        if (errors.hasErrors()) {
            response.setStatus(UNPROCESSABLE);
            return page(merchant, model);
        }
        try {
            return save(actor, merchant, form, redirect);
        } catch (Conflict.Changed e) {
            var present = pages.find(id);
            e.over(form.at(present.version()), FactsForm.of(present), model, response);
            return page(present, model);
        }
    }

    private String save(
            Actor actor, MerchantSummary merchant, FactsForm form, RedirectAttributes redirect) {
        return once.redirect(
                form.operation(),
                actor,
                redirect,
                "/office/merchants/" + merchant.id(),
                () -> correct(actor, merchant, form));
    }

    private Flash correct(Actor actor, MerchantSummary merchant, FactsForm form) {
        var described = form.on(merchant.business());
        return decisions
                .describe(actor, merchant.id(), described, form.version())
                .map(receipt -> Flash.success("finder.facts.done").withEntry(receipt.entry()))
                .orElseGet(() -> Flash.info("finder.facts.same"));
    }

    private void check(FactsForm form, MerchantSummary merchant, BindingResult errors) {
        String district = form.districtCode();
        if (city.category(form.categoryCode()).isEmpty()) {
            errors.rejectValue("category", "finder.facts.category.missing");
        }
        if (district != null && city.district(district).isEmpty()) {
            errors.rejectValue("district", "finder.facts.district.wrong");
        }
        if (form.lacksAddress(merchant.business())) {
            errors.rejectValue("roadAddress", "finder.facts.roadAddress.missing");
        }
    }

    private String page(MerchantSummary merchant, Model model) {
        model.addAttribute("shop", pages.page(merchant));
        model.addAttribute("categories", lists.categories());
        model.addAttribute("districts", lists.districts());
        model.addAttribute("placed", merchant.business().spot() != null && map.map().drawn());
        return "finder/facts";
    }
}
