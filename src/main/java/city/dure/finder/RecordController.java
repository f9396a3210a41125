package city.dure.finder;

import city.dure.merchants.MerchantId;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.storefronts.PhotoId;
import city.dure.storefronts.Storefronts;
import city.dure.storefronts.TakenReason;
import city.dure.web.Conflict;
import city.dure.web.Flash;
import city.dure.web.OnceOnly;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What officials see of one business, closed ones too; they take photos down here. */
@Controller
@RequestMapping("/office/merchants/{id}")
class RecordController {
    private static final int UNPROCESSABLE = 422;

    private final ShopPages pages;
    private final Merchants merchants;
    private final Storefronts storefronts;
    private final OnceOnly once;

    RecordController(ShopPages pages, Merchants merchants, Storefronts storefronts, OnceOnly once) {
        this.pages = pages;
        this.merchants = merchants;
        this.storefronts = storefronts;
        this.once = once;
    }

    /**
     * That a photo goes.
     *
     * @param operation makes it count once
     * @param reason a reason code
     */
    record TakeDownForm(UUID operation, @Nullable String reason) {}

    @GetMapping
    String show(@PathVariable MerchantId id, Actor actor, Model model) {
        return page(pages.page(pages.find(id)), id, actor, model);
    }

    @PostMapping("/photos/{photo}/removal")
    String takeDown(
            @PathVariable MerchantId id,
            @PathVariable PhotoId photo,
            @ModelAttribute("form") TakeDownForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        TakenReason reason = TakenReason.of(form.reason()).orElse(null);
        if (reason == null) {
            errors.rejectValue("reason", "finder.photo.down.reason.missing");
            response.setStatus(UNPROCESSABLE);
            return again(id, photo, actor, model);
        }
        return once.redirect(
                form.operation(),
                actor,
                redirect,
                Flash.success("finder.photo.down.done"),
                "/office/merchants/" + id,
                () -> storefronts.takeDown(actor, id, photo, reason).entry());
    }

    /** The page with the photo whose reason is missing unfolded. */
    private String again(MerchantId id, PhotoId photo, Actor actor, Model model) {
        ShopPage shop = pages.page(pages.find(id));
        if (shop.front().photos().stream().noneMatch(shown -> shown.id().equals(photo))) {
            throw new Conflict.Changed("storefronts.photos.gone");
        }
        model.addAttribute("asked", photo);
        return page(shop, id, actor, model);
    }

    private String page(ShopPage shop, MerchantId id, Actor actor, Model model) {
        model.addAttribute("shop", shop);
        model.addAttribute("mayDecide", actor.role() == Role.MERCHANT_OFFICER);
        model.addAttribute("members", merchants.members(id).size());
        model.addAttribute("reasons", TakenReason.values());
        model.addAttribute("operations", new OnceOnly.Ids());
        return "finder/record";
    }
}
