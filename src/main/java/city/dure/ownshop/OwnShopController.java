package city.dure.ownshop;

import city.dure.eligibility.Eligibility;
import city.dure.merchants.Member.Membership;
import city.dure.merchants.MerchantId;
import city.dure.merchants.MerchantStatus;
import city.dure.payments.PayCode;
import city.dure.payments.PayCodes;
import city.dure.shared.Actor;
import city.dure.shared.QrPicture;
import city.dure.storefronts.Storefronts;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The shops somebody works in, the home of each, and the poster for its counter. */
@Controller
class OwnShopController {
    private final OwnShops shops;
    private final Eligibility eligibility;
    private final Storefronts storefronts;
    private final PayCodes codes;
    private final String publicUrl;

    OwnShopController(
            OwnShops shops,
            Eligibility eligibility,
            Storefronts storefronts,
            PayCodes codes,
            @Value("${dure.public-url}") String publicUrl) {
        this.shops = shops;
        this.eligibility = eligibility;
        this.storefronts = storefronts;
        this.codes = codes;
        this.publicUrl = publicUrl.replaceFirst("/$", "");
    }

    @GetMapping("/shop")
    String index(Actor actor, Model model) {
        model.addAttribute("shops", shops.of(actor));
        return "ownshop/index";
    }

    @GetMapping("/shop/{id}")
    String home(@PathVariable MerchantId id, Actor actor, Model model) {
        var shop = shops.show(actor, id, Membership.CLERK, model);
        boolean owner = shops.owns(actor, id);
        model.addAttribute("owner", owner);
        model.addAttribute("taken", owner ? storefronts.taken(id) : List.of());
        model.addAttribute("standing", owner ? eligibility.standing(shop) : null);
        return "ownshop/home";
    }

    @GetMapping("/shop/{id}/poster")
    String poster(@PathVariable MerchantId id, Actor actor, Model model) {
        var shop = shops.show(actor, id, Membership.CLERK, model);
        if (shop.status() == MerchantStatus.APPROVED) {
            PayCode code = codes.of(actor, id);
            model.addAttribute("number", code.grouped());
            model.addAttribute("address", publicUrl + "/pay");
            model.addAttribute("code", QrPicture.of(publicUrl + "/p/" + code));
        }
        return "ownshop/poster";
    }
}
