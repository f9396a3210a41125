package city.dure.finder;

import city.dure.merchants.MerchantId;
import city.dure.shared.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The public page of a business, and the shops somebody works in. */
@Controller
class ShopController {
    private final ShopPages pages;

    ShopController(ShopPages pages) {
        this.pages = pages;
    }

    @GetMapping("/merchants/{id}")
    String show(@PathVariable MerchantId id, Model model) {
        model.addAttribute("shop", pages.page(pages.find(id)));
        return "finder/show";
    }

    @GetMapping("/shop")
    String own(Actor actor, Model model) {
        model.addAttribute("shops", pages.own(actor));
        return "finder/own";
    }
}
