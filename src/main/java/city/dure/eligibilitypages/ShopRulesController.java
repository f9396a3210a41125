package city.dure.eligibilitypages;

import city.dure.eligibility.Eligibility;
import city.dure.eligibility.Network;
import city.dure.merchants.MerchantId;
import city.dure.shared.Actor;
import city.dure.web.OnceOnly;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What rules say of one shop, and the networks it belongs to. */
@Controller
class ShopRulesController {
    private final Eligibility eligibility;
    private final ShopRulesPage page;
    private final OnceOnly once;

    ShopRulesController(Eligibility eligibility, ShopRulesPage page, OnceOnly once) {
        this.eligibility = eligibility;
        this.page = page;
        this.once = once;
    }

    @GetMapping(ShopRulesPage.PATH)
    String show(@PathVariable MerchantId id, Model model) {
        return page.of(id, model);
    }

    @PostMapping(ShopRulesPage.PATH + "/networks")
    String belong(
            @PathVariable MerchantId id,
            @RequestParam UUID operation,
            @RequestParam(required = false) @Nullable List<String> networks,
            @RequestParam(required = false) @Nullable List<String> seen,
            Actor actor,
            RedirectAttributes redirect) {
        Set<String> ticked = new HashSet<>(Objects.requireNonNullElse(networks, List.of()));
        Set<String> shown = new HashSet<>(Objects.requireNonNullElse(seen, List.of()));
        ticked.retainAll(
                eligibility.networks().stream().map(Network::code).collect(Collectors.toSet()));
        return "redirect:"
                + once.run(
                        operation,
                        actor,
                        () -> {
                            redirect.addFlashAttribute(
                                    "flash",
                                    ShopRulesPage.flash(
                                            eligibility
                                                    .belong(actor, id, ticked, shown)
                                                    .map(receipt -> receipt.entry())
                                                    .orElse(null)));
                            return ShopRulesPage.at(id);
                        });
    }
}
