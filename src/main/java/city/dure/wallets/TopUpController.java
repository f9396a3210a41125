package city.dure.wallets;

import city.dure.citizens.Citizen;
import city.dure.citizens.Citizens;
import city.dure.consents.Consents;
import city.dure.money.Money;
import city.dure.money.Quote;
import city.dure.shared.Actor;
import city.dure.web.Conflict;
import city.dure.web.NotFound;
import city.dure.web.OnceOnly;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** Tops a wallet up: how much, what one gets for it, and then to the bank. */
@Controller
class TopUpController {
    static final String PATH = WalletController.PATH + "/top-up";
    static final String ORDERS = WalletController.PATH + "/top-ups";
    private static final int UNPROCESSABLE = 422;
    private static final List<Long> USUAL = List.of(10_000L, 50_000L, 100_000L, 300_000L);

    private static final String CONSENTS = "redirect:/me/consents";

    private final Citizens citizens;
    private final Consents consents;
    private final Money money;
    private final TopUps topUps;
    private final Bank bank;
    private final OnceOnly once;

    TopUpController(
            Citizens citizens,
            Consents consents,
            Money money,
            TopUps topUps,
            Bank bank,
            OnceOnly once) {
        this.consents = consents;
        this.citizens = citizens;
        this.money = money;
        this.topUps = topUps;
        this.bank = bank;
        this.once = once;
    }

    /** How much; with an amount, what one gets for it. */
    @GetMapping(PATH)
    String show(
            @ModelAttribute("form") TopUpForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        var own = citizens.of(actor);
        if (own.isEmpty()) {
            return WalletController.JOIN;
        }
        if (!consents.agreesToRequired(actor.ref())) {
            return CONSENTS; // Who may not pay is to buy nothing to pay with
        }
        if (form.amount() != null) {
            quote(own.get(), form, errors, model, response);
        }
        return page(own.get(), model);
    }

    /** Agrees to what the page showed, and goes on at the bank. */
    @PostMapping(ORDERS)
    String ask(
            @ModelAttribute("form") TopUpForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        Citizen own = own(actor);
        if (!consents.agreesToRequired(actor.ref())) {
            return CONSENTS;
        }
        if (form.fault() != null || form.operation() == null || !bank.open()) {
            quote(own, form, errors, model, response);
            return page(own, model);
        }
        try {
            return "redirect:" + once.run(form.operation(), actor, () -> ask(actor, own, form));
        } catch (Conflict.Changed e) {
            changed(own, form, e.show(form, model, response), model);
            return page(own, model);
        }
    }

    private String ask(Actor actor, Citizen own, TopUpForm form) {
        long paid = Objects.requireNonNullElse(form.paid(), -1L);
        long given = Objects.requireNonNullElse(form.given(), -1L);
        return ORDERS + "/" + topUps.ask(actor, own, form.won(), paid, given).order().id();
    }

    /** What became of one; while it waits for the bank, nothing new to the page that asks. */
    @GetMapping(ORDERS + "/{id}")
    @Nullable String order(
            @PathVariable OrderId id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean again,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        Order order = topUps.own(own(actor), id);
        String code = topUps.code(order);
        if (again && code.equals("open")) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return null;
        }
        model.addAttribute("code", code);
        model.addAttribute("order", order);
        model.addAttribute("bank", bank.page(order).orElse(null));
        return "wallets/order";
    }

    private void quote(
            Citizen own,
            TopUpForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        String fault = form.fault();
        if (fault == null) {
            changed(own, form, errors, model);
        } else {
            errors.rejectValue("amount", fault);
        }
        if (errors.hasErrors()) {
            response.setStatus(UNPROCESSABLE);
        }
    }

    /** What one gets now, or why not and how much would do. */
    private void changed(Citizen own, TopUpForm form, BindingResult errors, Model model) {
        Quote quote = money.quote(own.id(), form.won());
        if (quote.reason() == null) {
            model.addAttribute("quote", quote);
        } else {
            Object[] most = {money.mostLoadable(own.id())};
            errors.rejectValue("amount", "wallets.refused." + quote.reason().code(), most, null);
        }
    }

    private String page(Citizen own, Model model) {
        model.addAttribute("most", money.mostLoadable(own.id()));
        model.addAttribute("limits", money.limits());
        model.addAttribute("usual", USUAL);
        model.addAttribute("open", bank.open());
        model.addAttribute("operation", UUID.randomUUID());
        return "wallets/top-up";
    }

    private Citizen own(Actor actor) {
        return citizens.of(actor).orElseThrow(() -> new NotFound("citizen of " + actor.ref()));
    }
}
