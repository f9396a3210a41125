package city.dure.shopreports;

import city.dure.city.City;
import city.dure.merchants.MerchantId;
import city.dure.merchants.MerchantSummary;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.shared.Page;
import city.dure.web.Conflict;
import city.dure.web.CsvExport;
import city.dure.web.Flash;
import city.dure.web.Formats;
import city.dure.web.OnceOnly;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A citizen reports a shop, and sees what became of it. */
@Controller
class ReportController {
    private static final String OWN = "/merchants/reports";
    private static final int PAGE = 20;
    private static final int PIECE = 1_000;
    private static final List<String> COLUMNS = List.of("shop", "result", "what", "seen", "filed");

    private final ShopReports reports;
    private final Merchants merchants;
    private final City city;
    private final OnceOnly once;
    private final Formats formats;
    private final MessageSource messages;
    private final Clock clock;

    ReportController(
            ShopReports reports,
            Merchants merchants,
            City city,
            OnceOnly once,
            Formats formats,
            MessageSource messages,
            Clock clock) {
        this.reports = reports;
        this.merchants = merchants;
        this.city = city;
        this.once = once;
        this.formats = formats;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping(OWN)
    String index(Actor citizen, @RequestParam @Nullable String after, Model model) {
        model.addAttribute("page", reports.own(citizen, after, PAGE));
        return "shopreports/own";
    }

    /** The same as a file, read piece by piece. */
    @GetMapping(OWN + ".csv")
    void export(Actor citizen, HttpServletResponse response) {
        String currency = city.profile().currencyLabel();
        CsvExport.write(
                response,
                word("shopreports.own.csv"),
                COLUMNS.stream().map(each -> word("shopreports.own." + each)).toList(),
                pieces(citizen)
                        .flatMap(page -> page.rows().stream())
                        .map(each -> row(each, currency)));
    }

    private Stream<Page<ReportRows.Own>> pieces(Actor citizen) {
        return Stream.iterate(
                reports.own(citizen, null, PIECE),
                Objects::nonNull,
                page -> page.next() == null ? null : reports.own(citizen, page.next(), PIECE));
    }

    private List<String> row(ReportRows.Own each, String currency) {
        String what = each.what();
        return List.of(
                each.name(),
                word("shopreports.own.state." + each.state()),
                what == null
                        ? word("shopreports.kind." + each.kind(), currency)
                        : word("shopreports.refusal." + what, currency),
                formats.date(each.seenOn()),
                formats.dateTime(each.filedAt()));
    }

    private String word(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    @GetMapping("/merchants/{id}/reports/new")
    String write(@PathVariable MerchantId id, Model model) {
        MerchantSummary shop = merchants.summary(id);
        ReportKind only = shop.isMerchant() ? null : ReportKind.CLOSED;
        model.addAttribute("form", ReportForm.blank(only, today()));
        return page(shop, model);
    }

    @PostMapping("/merchants/{id}/reports")
    String file(
            @PathVariable MerchantId id,
            @ModelAttribute("form") ReportForm form,
            BindingResult errors,
            Actor citizen,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        MerchantSummary shop = merchants.summary(id);
        form.check(shop, today(), errors);
        if (errors.hasErrors() && once.answer(form.operation(), citizen).isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(shop, model);
        }
        try {
            return file(shop, form, citizen, redirect);
        } catch (ShopReports.NotTaken e) {
            return refuse(e, shop, errors, model, response, redirect);
        }
    }

    private String file(
            MerchantSummary shop, ReportForm form, Actor citizen, RedirectAttributes redirect) {
        try {
            return once.redirect(
                    form.operation(),
                    citizen,
                    redirect,
                    Flash.success("shopreports.flash.filed"),
                    OWN,
                    () -> reports.file(citizen, shop.id(), form.sighting()).entry());
        } catch (DuplicateKeyException e) { // Another form of the same person, at this moment.
            throw new Conflict("shopreports.busy");
        }
    }

    private String refuse(
            ShopReports.NotTaken why,
            MerchantSummary shop,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (why.already()) {
            redirect.addFlashAttribute(
                    "flash", Flash.info("shopreports.flash.already", shop.name()));
            return "redirect:" + OWN;
        }
        errors.reject("shopreports.full", new Object[] {ShopReports.MOST_A_DAY}, null);
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        return page(shop, model);
    }

    private String page(MerchantSummary shop, Model model) {
        ShopReports.requireReportable(shop, ReportKind.CLOSED);
        model.addAttribute("shop", shop);
        model.addAttribute("kinds", ReportKind.values());
        model.addAttribute("refusals", Refusal.values());
        return "shopreports/new";
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Formats.ZONE));
    }
}
