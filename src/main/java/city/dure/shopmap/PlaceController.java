package city.dure.shopmap;

import city.dure.city.City;
import city.dure.city.District;
import city.dure.city.Districts;
import city.dure.finder.Lists;
import city.dure.merchants.Decisions;
import city.dure.merchants.MerchantId;
import city.dure.merchants.MerchantStatus;
import city.dure.merchants.MerchantSummary;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.web.Conflict;
import city.dure.web.Flash;
import city.dure.web.OnceOnly;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Moves a business on the map: once, and only from where it was shown. */
@Controller
@RequestMapping("/office/merchants/{id}/place")
class PlaceController {
    private static final int UNPROCESSABLE = 422;

    private final Merchants merchants;
    private final Decisions decisions;
    private final Districts districts;
    private final City city;
    private final Lists lists;
    private final OnceOnly once;

    PlaceController(
            Merchants merchants,
            Decisions decisions,
            Districts districts,
            City city,
            Lists lists,
            OnceOnly once) {
        this.merchants = merchants;
        this.decisions = decisions;
        this.districts = districts;
        this.city = city;
        this.lists = lists;
        this.once = once;
    }

    @GetMapping
    String edit(@PathVariable MerchantId id, Model model) {
        MerchantSummary merchant = merchants.summary(id);
        if (merchant.status() == MerchantStatus.CLOSED) {
            throw new Conflict("shopmap.place.closed");
        }
        model.addAttribute("form", PlaceForm.of(merchant));
        return page(merchant, model);
    }

    @PostMapping
    String move(
            @PathVariable MerchantId id,
            @ModelAttribute("form") PlaceForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        MerchantSummary merchant = merchants.summary(id);
        if (!errors.hasErrors()) {
            form.check(errors);
        }
        if (errors.hasErrors()) {
            response.setStatus(UNPROCESSABLE);
            return page(merchant, model);
        }
        try {
            return save(actor, merchant, form, redirect);
        } catch (Conflict.Changed e) {
            var present = merchants.summary(id);
            e.over(form.at(present.version()), PlaceForm.of(present), model, response);
            return page(present, model);
        }
    }

    private String save(
            Actor actor, MerchantSummary merchant, PlaceForm form, RedirectAttributes redirect) {
        return once.redirect(
                form.operation(),
                actor,
                redirect,
                "/office/merchants/" + merchant.id(),
                () -> moved(actor, merchant, form));
    }

    private Flash moved(Actor actor, MerchantSummary merchant, PlaceForm form) {
        var described = merchant.business().movedTo(form.spot());
        return decisions
                .describe(actor, merchant.id(), described, form.version())
                .map(receipt -> told(merchant.id()).withEntry(receipt.entry()))
                .orElseGet(() -> Flash.info("shopmap.place.same"));
    }

    private Flash told(MerchantId id) {
        return district(merchants.summary(id))
                .map(district -> Flash.success("shopmap.place.done", district.label()))
                .orElseGet(() -> Flash.success("shopmap.place.done.outside"));
    }

    private Optional<District> district(MerchantSummary merchant) {
        return Optional.ofNullable(merchant.business().district()).flatMap(city::district);
    }

    private String page(MerchantSummary merchant, Model model) {
        model.addAttribute("shop", lists.row(merchant));
        model.addAttribute("district", district(merchant).map(District::label).orElse(""));
        model.addAttribute("drawn", districts.map().drawn());
        return "shopmap/place";
    }
}
