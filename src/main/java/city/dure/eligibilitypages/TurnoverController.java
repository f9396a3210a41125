package city.dure.eligibilitypages;

import city.dure.eligibility.Declarations;
import city.dure.merchants.MerchantId;
import city.dure.shared.Actor;
import city.dure.web.Flash;
import city.dure.web.OnceOnly;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The turnovers of a shop: noted year by year, and taken back when that was a mistake. */
@Controller
class TurnoverController {
    private static final int UNPROCESSABLE = 422;

    private final Declarations declarations;
    private final ShopRulesPage page;
    private final OnceOnly once;

    TurnoverController(Declarations declarations, ShopRulesPage page, OnceOnly once) {
        this.declarations = declarations;
        this.page = page;
        this.once = once;
    }

    @PostMapping(ShopRulesPage.PATH)
    String declare(
            @PathVariable MerchantId id,
            @ModelAttribute("form") TurnoverForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var declared = form.read(page.oldestYear(), page.newestYear(), errors);
        if (declared.isEmpty()) {
            response.setStatus(UNPROCESSABLE);
            return page.of(id, model);
        }
        return "redirect:"
                + once.run(
                        form.operation(),
                        actor,
                        () -> {
                            redirect.addFlashAttribute(
                                    "flash",
                                    ShopRulesPage.flash(
                                            declarations
                                                    .declare(actor, id, declared.get())
                                                    .map(receipt -> receipt.entry())
                                                    .orElse(null)));
                            return ShopRulesPage.at(id);
                        });
    }

    @PostMapping(ShopRulesPage.PATH + "/turnovers/{year}/withdrawal")
    String withdraw(
            @PathVariable MerchantId id,
            @PathVariable int year,
            @ModelAttribute("withdrawal") WithdrawalForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var why = form.read(errors);
        if (why.isEmpty()) {
            page.requireNoted(id, year);
            response.setStatus(UNPROCESSABLE);
            model.addAttribute("mistaken", year);
            return page.of(id, model);
        }
        return once.redirect(
                form.operation(),
                actor,
                redirect,
                Flash.success("eligibility.flash.mistake", Integer.toString(year)),
                ShopRulesPage.at(id),
                () -> declarations.withdraw(actor, id, year, form.version(), why.get()).entry());
    }
}
