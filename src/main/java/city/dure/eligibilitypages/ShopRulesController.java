package city.dure.eligibilitypages;

import city.dure.eligibility.Declarations;
import city.dure.eligibility.Eligibility;
import city.dure.eligibility.Network;
import city.dure.eligibility.Reasons;
import city.dure.eligibility.Turnover;
import city.dure.merchants.MerchantId;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.web.Flash;
import city.dure.web.Formats;
import city.dure.web.OnceOnly;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What rules say of one shop, and what they look at: its turnover and its networks. */
@Controller
class ShopRulesController {
    private static final String PATH = "/office/merchants/{id}/eligibility";
    private static final int UNPROCESSABLE = 422;
    private static final int FIRST_YEAR = 2000;

    private final Eligibility eligibility;
    private final Declarations declarations;
    private final Merchants merchants;
    private final Reasons reasons;
    private final OnceOnly once;
    private final Clock clock;

    ShopRulesController(
            Eligibility eligibility,
            Declarations declarations,
            Merchants merchants,
            Reasons reasons,
            OnceOnly once,
            Clock clock) {
        this.eligibility = eligibility;
        this.declarations = declarations;
        this.merchants = merchants;
        this.reasons = reasons;
        this.once = once;
        this.clock = clock;
    }

    /**
     * A year's turnover, as typed.
     *
     * @param operation makes it count once
     */
    record Form(UUID operation, @Nullable String year, @Nullable String won) {}

    @GetMapping(PATH)
    String show(@PathVariable MerchantId id, Model model) {
        model.addAttribute(
                "form", new Form(UUID.randomUUID(), Integer.toString(thisYear() - 1), ""));
        return page(id, model);
    }

    @PostMapping(PATH)
    String declare(
            @PathVariable MerchantId id,
            @ModelAttribute("form") Form form,
            BindingResult errors,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Turnover declared = read(form, errors);
        if (declared == null) {
            response.setStatus(UNPROCESSABLE);
            return page(id, model);
        }
        return "redirect:"
                + once.run(
                        form.operation(),
                        actor,
                        () -> {
                            redirect.addFlashAttribute(
                                    "flash",
                                    flash(
                                            declarations
                                                    .declare(actor, id, declared)
                                                    .map(receipt -> receipt.entry())
                                                    .orElse(null)));
                            return here(id);
                        });
    }

    @PostMapping(PATH + "/networks")
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
                                    flash(
                                            eligibility
                                                    .belong(actor, id, ticked, shown)
                                                    .map(receipt -> receipt.entry())
                                                    .orElse(null)));
                            return here(id);
                        });
    }

    private @Nullable Turnover read(Form form, BindingResult errors) {
        String year = Objects.requireNonNullElse(form.year(), "").strip();
        boolean near =
                year.matches("\\d{4}")
                        && Integer.parseInt(year) >= FIRST_YEAR
                        && Integer.parseInt(year) < thisYear();
        var won = KindForm.won(Objects.requireNonNullElse(form.won(), "").strip());
        if (!near) {
            errors.rejectValue("year", "eligibility.year.wrong");
        }
        if (won.filter(sum -> sum <= Turnover.LARGEST).isEmpty()) {
            errors.rejectValue("won", "eligibility.won.wrong");
        }
        return errors.hasErrors() ? null : new Turnover(Integer.parseInt(year), won.orElseThrow());
    }

    private String page(MerchantId id, Model model) {
        var shop = merchants.summary(id);
        model.addAttribute("shop", shop);
        model.addAttribute("answers", eligibility.answers(shop));
        model.addAttribute("reasons", reasons);
        model.addAttribute("turnovers", declarations.of(id));
        model.addAttribute("networks", eligibility.networks());
        model.addAttribute("belongs", eligibility.networksOf(id));
        model.addAttribute("operations", new OnceOnly.Ids());
        return "eligibility/shop";
    }

    private static Flash flash(@Nullable UUID entry) {
        return entry == null
                ? Flash.info("eligibility.flash.same")
                : Flash.success("eligibility.flash.noted").withEntry(entry);
    }

    private static String here(MerchantId id) {
        return "/office/merchants/" + id + "/eligibility";
    }

    private int thisYear() {
        return LocalDate.now(clock.withZone(Formats.ZONE)).getYear();
    }
}
