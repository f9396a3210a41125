package city.dure.shopreports;

import city.dure.merchants.MerchantStatus;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.web.Flash;
import city.dure.web.OnceOnly;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One case before an official, who settles it: once, and only what was shown. */
@Controller
@RequestMapping("/office/reports/{id}")
class SettlementController {
    private final ShopReports reports;
    private final Merchants merchants;
    private final OnceOnly once;

    SettlementController(ShopReports reports, Merchants merchants, OnceOnly once) {
        this.reports = reports;
        this.merchants = merchants;
        this.once = once;
    }

    /**
     * How it is settled, as chosen.
     *
     * @param operation makes it count once
     * @param version of the case that was shown
     * @param outcome a code
     */
    record Form(UUID operation, int version, @Nullable String outcome) {}

    @GetMapping
    String show(@PathVariable CaseId id, Actor official, Model model) {
        ShopCase shown = reports.find(id);
        model.addAttribute("form", new Form(UUID.randomUUID(), shown.version(), null));
        return page(shown, official, model);
    }

    @PostMapping("/settlement")
    String settle(
            @PathVariable CaseId id,
            @ModelAttribute("form") Form form,
            BindingResult errors,
            Actor official,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        ShopCase shown = reports.find(id);
        Outcome outcome =
                Outcome.of(form.outcome()).filter(shown.kind().outcomes()::contains).orElse(null);
        if (outcome == null) {
            errors.rejectValue("outcome", "shopreports.settle.missing");
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(shown, official, model);
        }
        String decision = decision(shown, outcome);
        return once.redirect(
                form.operation(),
                official,
                redirect,
                Flash.success("shopreports.flash." + (decision == null ? "settled" : "decide")),
                decision == null ? "/office/reports/" + id : decision,
                () -> reports.settle(official, id, outcome, form.version()).entry());
    }

    /** Where the official decides about the shop next; null when there is nothing to decide. */
    private @Nullable String decision(ShopCase shown, @Nullable Outcome outcome) {
        if (outcome != Outcome.CONFIRMED) {
            return null;
        }
        MerchantStatus status = merchants.summary(shown.shop()).status();
        String page = "/office/merchants/" + shown.shop();
        return switch (shown.kind()) {
            case CLOSED -> status == MerchantStatus.CLOSED ? null : page + "/closure";
            case REFUSES -> status == MerchantStatus.APPROVED ? page + "/suspension" : null;
        };
    }

    private String page(ShopCase shown, Actor official, Model model) {
        model.addAttribute("it", shown);
        model.addAttribute("shop", merchants.summary(shown.shop()));
        model.addAttribute("reports", reports.of(shown.id()));
        model.addAttribute("own", reports.reportedBy(shown.id(), official));
        model.addAttribute("decision", shown.open() ? null : decision(shown, shown.outcome()));
        model.addAttribute("maySettle", official.role() == Role.MERCHANT_OFFICER);
        return "shopreports/show";
    }
}
