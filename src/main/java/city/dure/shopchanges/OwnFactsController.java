package city.dure.shopchanges;

import city.dure.city.City;
import city.dure.finder.Lists;
import city.dure.ledger.LedgerReceipt;
import city.dure.merchants.Decisions;
import city.dure.merchants.Member.Membership;
import city.dure.merchants.MerchantId;
import city.dure.merchants.MerchantSummary;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.web.Conflict;
import city.dure.web.Flash;
import city.dure.web.NotFound;
import city.dure.web.OnceOnly;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Optional;
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

/**
 * The facts of one's own shop: its telephone number changes at once, its name, category and address
 * once an officer agreed.
 */
@Controller
@RequestMapping("/shop/{id}")
class OwnFactsController {
    private static final int UNPROCESSABLE = 422;

    private final Changes changes;
    private final Merchants merchants;
    private final Decisions decisions;
    private final City city;
    private final Lists lists;
    private final OnceOnly once;

    OwnFactsController(
            Changes changes,
            Merchants merchants,
            Decisions decisions,
            City city,
            Lists lists,
            OnceOnly once) {
        this.changes = changes;
        this.merchants = merchants;
        this.decisions = decisions;
        this.city = city;
        this.lists = lists;
        this.once = once;
    }

    @GetMapping("/facts")
    String edit(@PathVariable MerchantId id, Actor actor, Model model) {
        var shop = merchants.own(actor, id, Membership.OWNER);
        model.addAttribute("form", OwnFactsForm.of(shop));
        return page(shop, model);
    }

    @PostMapping("/facts")
    String change(
            @PathVariable MerchantId id,
            @Valid @ModelAttribute("form") OwnFactsForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var shop = merchants.own(actor, id, Membership.OWNER);
        if (city.category(form.categoryCode()).isEmpty()) {
            errors.rejectValue("category", "shopchanges.category.missing");
        }
        if (!form.phoneReads(shop.business())) {
            errors.rejectValue("phone", "shopchanges.phone.wrong");
        }
        if (errors.hasErrors()) {
            response.setStatus(UNPROCESSABLE);
            return page(shop, model);
        }
        try {
            return save(actor, shop, form, redirect);
        } catch (Conflict.Changed e) { // An official's sentence names who it was: not for owners.
            var present = merchants.own(actor, id, Membership.OWNER);
            new Conflict.Changed("shopchanges.changed")
                    .over(form.at(present.version()), OwnFactsForm.of(present), model, response);
            return page(present, model);
        } catch (Conflict e) {
            e.show(form, model, response);
            model.addAttribute("asked", true);
            return page(shop, model);
        }
    }

    private String save(
            Actor actor, MerchantSummary shop, OwnFactsForm form, RedirectAttributes redirect) {
        return once.redirect(
                form.operation(),
                actor,
                redirect,
                here(shop.id()),
                () -> change(actor, shop, form));
    }

    @PostMapping("/changes/{change}/withdrawal")
    String withdraw(
            @PathVariable MerchantId id,
            @PathVariable ChangeId change,
            @RequestParam UUID operation,
            Actor actor,
            RedirectAttributes redirect) {
        merchants.own(actor, id, Membership.OWNER);
        Change wanted = changes.get(change);
        if (!wanted.shop().equals(id)) {
            throw new NotFound(change.ref());
        }
        return once.redirect(
                operation,
                actor,
                redirect,
                Flash.success("shopchanges.withdrawn"),
                here(id),
                () -> changes.withdraw(actor, wanted).entry());
    }

    private Flash change(Actor actor, MerchantSummary shop, OwnFactsForm form) {
        var wanted = form.wanted(shop.business());
        var called =
                decisions.describe(actor, shop.id(), form.called(shop.business()), form.version());
        return wanted.nothing()
                ? told(called, "shopchanges.called", "shopchanges.same")
                : Flash.success(
                                called.isPresent()
                                        ? "shopchanges.calledAndRequested"
                                        : "shopchanges.requested")
                        .withEntry(changes.request(actor, shop.id(), wanted).entry());
    }

    private static Flash told(Optional<LedgerReceipt> receipt, String done, String same) {
        return receipt.map(entry -> Flash.success(done).withEntry(entry.entry()))
                .orElseGet(() -> Flash.info(same));
    }

    private String page(MerchantSummary shop, Model model) {
        if (!shop.isMerchant()) {
            throw new Conflict("shopchanges.closed");
        }
        model.addAttribute("shop", shop);
        model.addAttribute("categories", lists.categories());
        model.addAttribute("newest", changes.newest(shop.id()).orElse(null));
        model.addAttribute("operations", new OnceOnly.Ids());
        return "shopchanges/own";
    }

    private static String here(MerchantId id) {
        return "/shop/" + id + "/facts";
    }
}
