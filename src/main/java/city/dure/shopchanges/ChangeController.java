package city.dure.shopchanges;

import city.dure.city.Category;
import city.dure.city.City;
import city.dure.identity.Accounts;
import city.dure.merchants.MerchantSummary;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.web.Flash;
import city.dure.web.OnceOnly;
import city.dure.web.Option;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One request, as the shop is and as it would be, for an officer to decide about. */
@Controller
@RequestMapping("/office/changes/{id}")
class ChangeController {
    private static final int UNPROCESSABLE = 422;

    private final Changes changes;
    private final Merchants merchants;
    private final Accounts accounts;
    private final City city;
    private final MessageSource messages;
    private final OnceOnly once;

    ChangeController(
            Changes changes,
            Merchants merchants,
            Accounts accounts,
            City city,
            MessageSource messages,
            OnceOnly once) {
        this.changes = changes;
        this.merchants = merchants;
        this.accounts = accounts;
        this.city = city;
        this.messages = messages;
        this.once = once;
    }

    /**
     * A decision.
     *
     * @param operation makes it count once
     * @param version the version of the shop that was shown
     * @param reason why it is refused
     */
    record Form(UUID operation, int version, @Nullable String reason) {}

    /** A fact as it is and as it would be. */
    record Line(String field, @Nullable String now, String then) {}

    @GetMapping
    String show(@PathVariable ChangeId id, Actor actor, Locale locale, Model model) {
        Change change = changes.get(id);
        var shop = merchants.summary(change.shop());
        model.addAttribute("form", new Form(UUID.randomUUID(), shop.version(), null));
        return page(change, shop, actor, locale, model);
    }

    @PostMapping("/approval")
    String approve(
            @PathVariable ChangeId id,
            @ModelAttribute("form") Form form,
            Actor actor,
            RedirectAttributes redirect) {
        Change change = changes.get(id);
        boolean moves = change.wanted().roadAddress() != null;
        return once.redirect(
                form.operation(),
                actor,
                redirect,
                Flash.success(moves ? "shopchanges.approved.moved" : "shopchanges.approved"),
                moves ? "/office/merchants/" + change.shop() + "/place" : "/office/changes/" + id,
                () -> changes.approve(actor, change, form.version()).entry());
    }

    @PostMapping("/refusal")
    String refuse(
            @PathVariable ChangeId id,
            @ModelAttribute("form") Form form,
            BindingResult errors,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Change change = changes.get(id);
        var reason = reason(form.reason());
        if (reason.isEmpty()) {
            errors.rejectValue("reason", "shopchanges.reason.missing");
            response.setStatus(UNPROCESSABLE);
            return page(change, merchants.summary(change.shop()), actor, locale, model);
        }
        return once.redirect(
                form.operation(),
                actor,
                redirect,
                Flash.success("shopchanges.refused"),
                "/office/changes/" + id,
                () -> changes.refuse(actor, change, reason.get()).entry());
    }

    private String page(
            Change change, MerchantSummary shop, Actor actor, Locale locale, Model model) {
        model.addAttribute("change", change);
        model.addAttribute("shop", shop);
        model.addAttribute("lines", lines(change, shop));
        model.addAttribute("mayDecide", actor.role() == Role.MERCHANT_OFFICER);
        model.addAttribute("reasons", reasons(locale));
        model.addAttribute(
                "decider",
                Optional.ofNullable(change.decidedBy()).flatMap(accounts::officialName).orElse(""));
        return "shopchanges/show";
    }

    /** What waits is held against the shop as it is, what was decided against what it was. */
    private List<Line> lines(Change change, MerchantSummary shop) {
        Wanted now = change.waits() ? Wanted.as(shop.business()) : change.was();
        Wanted then = change.wanted();
        return then.fields().stream()
                .map(field ->
                        switch (field) {
                            case "name" -> new Line(field, now.name(), text(then.name()));
                            case "category" ->
                                    new Line(
                                            field,
                                            category(text(now.category())),
                                            category(text(then.category())));
                            default -> new Line(field, now.roadAddress(), text(then.roadAddress()));
                        })
                .toList();
    }

    private List<Option> reasons(Locale locale) {
        return Arrays.stream(ChangeRefusal.values())
                .map(each ->
                        new Option(
                                each.code(),
                                messages.getMessage(
                                        "shopchanges.reason." + each.code(), null, locale)))
                .toList();
    }

    private String category(String code) {
        return city.category(code).map(Category::label).orElse(code);
    }

    private static Optional<ChangeRefusal> reason(@Nullable String code) {
        return Arrays.stream(ChangeRefusal.values())
                .filter(each -> each.code().equals(code))
                .findFirst();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
