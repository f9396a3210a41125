package city.dure.ownshop;

import city.dure.merchants.MerchantId;
import city.dure.merchants.MerchantSummary;
import city.dure.shared.Actor;
import city.dure.storefronts.OpeningHours;
import city.dure.storefronts.Storefront;
import city.dure.storefronts.Storefronts;
import city.dure.web.Conflict;
import city.dure.web.Flash;
import city.dure.web.OnceOnly;
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

/** The opening hours of one's own shop, shown to everybody at once. */
@Controller
@RequestMapping("/shop/{id}/hours")
class HoursController {
    private static final int UNPROCESSABLE = 422;
    private static final String VIEW = "ownshop/hours";

    private final OwnShops shops;
    private final Storefronts storefronts;
    private final OnceOnly once;

    HoursController(OwnShops shops, Storefronts storefronts, OnceOnly once) {
        this.shops = shops;
        this.storefronts = storefronts;
        this.once = once;
    }

    @GetMapping
    String edit(@PathVariable MerchantId id, Actor actor, Model model) {
        shops.edit(actor, id, model);
        model.addAttribute("form", HoursForm.of(storefronts.of(id)));
        return VIEW;
    }

    @PostMapping
    String change(
            @PathVariable MerchantId id,
            @ModelAttribute("form") HoursForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        MerchantSummary shop = shops.edit(actor, id, model);
        Storefront front = storefronts.of(id);
        boolean seen = front.version() == form.version();
        OpeningHours hours = form.read(errors, front.hours(), seen);
        if (hours == null) {
            response.setStatus(UNPROCESSABLE);
            return VIEW;
        }
        try {
            return save(actor, shop, hours, form, redirect);
        } catch (Conflict.Changed e) {
            HoursForm stored = HoursForm.of(storefronts.of(id));
            e.over(form.at(stored.version()), stored, model, response);
            return VIEW;
        }
    }

    private String save(
            Actor actor,
            MerchantSummary shop,
            OpeningHours hours,
            HoursForm form,
            RedirectAttributes redirect) {
        return once.redirect(
                form.operation(),
                actor,
                redirect,
                "/shop/" + shop.id(),
                () -> change(actor, shop, hours, form));
    }

    private Flash change(Actor actor, MerchantSummary shop, OpeningHours hours, HoursForm form) {
        return storefronts
                .open(actor, shop.id(), hours, form.version())
                .map(receipt -> Flash.success("ownshop.hours.done").withEntry(receipt.entry()))
                .orElseGet(() -> Flash.info("ownshop.same"));
    }
}
