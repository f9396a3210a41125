package city.dure.finder;

import city.dure.merchants.MerchantId;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.web.OnceOnly;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The officials' register of all businesses, closed ones too. */
@Controller
class RegisterController {
    private static final String PATH = "/office/merchants";

    private final Lists lists;
    private final ShopPages pages;
    private final Merchants merchants;

    RegisterController(Lists lists, ShopPages pages, Merchants merchants) {
        this.lists = lists;
        this.pages = pages;
        this.merchants = merchants;
    }

    @GetMapping(PATH)
    String index(@ModelAttribute("query") Query query, Model model) {
        lists.offer(Lists.ALL, model);
        return results(query, model, "finder/register");
    }

    @HxRequest
    @GetMapping(PATH)
    String indexInPlace(@ModelAttribute("query") Query query, Model model) {
        return results(query, model, "finder/_results");
    }

    @GetMapping("/office/merchants.csv")
    void export(@ModelAttribute("query") Query query, HttpServletResponse response) {
        lists.export(response, query, Lists.ALL, "finder.register.file");
    }

    @GetMapping("/office/merchants/{id}")
    String show(@PathVariable MerchantId id, Actor actor, Model model) {
        model.addAttribute("shop", pages.page(pages.find(id)));
        model.addAttribute("mayDecide", actor.role() == Role.MERCHANT_OFFICER);
        model.addAttribute("members", merchants.members(id).size());
        model.addAttribute("operations", new OnceOnly.Ids());
        return "finder/record";
    }

    private String results(Query query, Model model, String view) {
        lists.show(query, Lists.ALL, PATH, model);
        return view;
    }
}
