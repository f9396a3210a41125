package city.dure.finder;

import city.dure.merchants.MerchantId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The public page of a business. */
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
}
