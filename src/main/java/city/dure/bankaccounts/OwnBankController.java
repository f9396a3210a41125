package city.dure.bankaccounts;

import city.dure.intake.Choices;
import city.dure.intake.SentPapers;
import city.dure.merchants.Member.Membership;
import city.dure.merchants.MerchantId;
import city.dure.merchants.MerchantSummary;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.web.Conflict;
import city.dure.web.Flash;
import city.dure.web.OnceOnly;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the money of one's own shop is paid to, and the request for another account. */
@Controller
@RequestMapping("/shop/{id}")
class OwnBankController {
    private static final int UNPROCESSABLE = 422;

    private final BankAccounts accounts;
    private final Merchants merchants;
    private final SentPapers papers;
    private final Choices choices;
    private final OnceOnly once;

    OwnBankController(
            BankAccounts accounts,
            Merchants merchants,
            SentPapers papers,
            Choices choices,
            OnceOnly once) {
        this.accounts = accounts;
        this.merchants = merchants;
        this.papers = papers;
        this.choices = choices;
        this.once = once;
    }

    @GetMapping("/bank")
    String show(@PathVariable MerchantId id, Actor actor, Model model) {
        model.addAttribute("form", BankForm.blank());
        return page(own(actor, id), model);
    }

    @PostMapping("/bank")
    String request(
            @PathVariable MerchantId id,
            @ModelAttribute("form") BankForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var shop = own(actor, id);
        var before = once.answer(form.operation(), actor);
        if (before.isPresent()) {
            redirect.addFlashAttribute("flash", Flash.success("bankaccounts.requested"));
            return "redirect:" + before.get();
        }
        var typed = form.read(accounts.inForce(id).orElse(null), errors);
        var paper = papers.check(form.bankBook(), "bankBook", errors);
        if (paper.isEmpty() && !errors.hasFieldErrors("bankBook")) {
            errors.rejectValue("bankBook", "bankaccounts.paper.missing");
        }
        if (errors.hasErrors()) {
            response.setStatus(UNPROCESSABLE);
            return page(shop, model);
        }
        return once.redirect(
                form.operation(),
                actor,
                redirect,
                Flash.success("bankaccounts.requested"),
                here(id),
                () ->
                        accounts.request(actor, id, typed.orElseThrow(), paper.orElseThrow())
                                .entry());
    }

    @PostMapping("/bank/{change}/withdrawal")
    String withdraw(
            @PathVariable MerchantId id,
            @PathVariable BankChangeId change,
            @RequestParam UUID operation,
            Actor actor,
            RedirectAttributes redirect) {
        merchants.own(actor, id, Membership.OWNER);
        return once.redirect(
                operation,
                actor,
                redirect,
                Flash.success("bankaccounts.withdrawn"),
                here(id),
                () -> accounts.withdraw(actor, id, change).entry());
    }

    private MerchantSummary own(Actor actor, MerchantId id) {
        var shop = merchants.own(actor, id, Membership.OWNER);
        if (!shop.isMerchant()) {
            throw new Conflict("bankaccounts.no-shop");
        }
        return shop;
    }

    private String page(MerchantSummary shop, Model model) {
        var newest = accounts.newest(shop.id());
        model.addAttribute("shop", shop);
        model.addAttribute("present", accounts.inForce(shop.id()).orElse(null));
        model.addAttribute("newest", newest.orElse(null));
        model.addAttribute("wanted", newest.flatMap(accounts::wanted).orElse(null));
        model.addAttribute("banks", choices.banks());
        model.addAttribute("operations", new OnceOnly.Ids());
        return "bankaccounts/own";
    }

    private static String here(MerchantId id) {
        return "/shop/" + id + "/bank";
    }
}
