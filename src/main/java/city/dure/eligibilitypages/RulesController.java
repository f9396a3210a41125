package city.dure.eligibilitypages;

import city.dure.city.City;
import city.dure.eligibility.Eligibility;
import city.dure.eligibility.Reasons;
import city.dure.eligibility.RuleChanges;
import city.dure.shared.Actor;
import city.dure.shared.MoneyKind;
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
import java.util.UUID;
import java.util.function.Supplier;
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

/** The rules: those that hold, those announced; new ones with what they would change. */
@Controller
class RulesController {
    private static final String PATH = "/office/eligibility";
    private static final int UNPROCESSABLE = 422;
    private static final int SHOWN = 100;
    private static final List<String> COLUMNS =
            List.of(
                    "eligibility.shop.ref",
                    "eligibility.shop",
                    "eligibility.address",
                    "eligibility.kind",
                    "eligibility.why");

    private final Eligibility eligibility;
    private final Proposals proposals;
    private final RulesCheck check;
    private final RuleChanges changes;
    private final City city;
    private final Reasons reasons;
    private final Texts texts;
    private final OnceOnly once;
    private final Clock clock;

    RulesController(
            Eligibility eligibility,
            Proposals proposals,
            RulesCheck check,
            RuleChanges changes,
            City city,
            Reasons reasons,
            Texts texts,
            OnceOnly once,
            Clock clock) {
        this.eligibility = eligibility;
        this.proposals = proposals;
        this.check = check;
        this.changes = changes;
        this.city = city;
        this.reasons = reasons;
        this.texts = texts;
        this.once = once;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String show(Model model) {
        model.addAttribute("rules", eligibility.rules());
        model.addAttribute("announced", eligibility.announced());
        model.addAttribute("undecided", proposals.undecided());
        model.addAttribute("now", clock.instant());
        model.addAttribute("kinds", MoneyKind.values());
        model.addAttribute("words", words());
        model.addAttribute("operations", new OnceOnly.Ids());
        return "eligibility/rules";
    }

    @GetMapping(PATH + "/new")
    String edit(Model model) {
        model.addAttribute(
                "form", RulesForm.of(eligibility.rules(), eligibility.newestVersion(), today()));
        return page(model);
    }

    /** Shows what would change; changes nothing. */
    @PostMapping(PATH + "/check")
    String check(
            @ModelAttribute("form") RulesForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        check.refuse(form, errors);
        if (errors.hasErrors()) {
            response.setStatus(UNPROCESSABLE);
            return page(model);
        }
        model.addAttribute("rules", form.rules());
        model.addAttribute("found", changes.find(form.rules(), SHOWN));
        model.addAttribute("kinds", MoneyKind.values());
        model.addAttribute("words", words());
        model.addAttribute("shown", SHOWN);
        model.addAttribute("reasons", reasons);
        return "eligibility/check";
    }

    /** All shops that would be dropped, as a file. */
    @PostMapping(PATH + "/check.csv")
    @Nullable String export(
            @ModelAttribute("form") RulesForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        check.refuse(form, errors);
        if (errors.hasErrors()) {
            response.setStatus(UNPROCESSABLE);
            return page(model);
        }
        CsvExport.write(
                response,
                texts.of("eligibility.check.file"),
                texts.all(COLUMNS),
                changes.dropped(form.rules()).map(this::cells));
        return null;
    }

    private List<String> cells(RuleChanges.Change change) {
        return List.of(
                change.shop().ref(),
                change.shop().name(),
                Objects.requireNonNullElse(change.shop().address(), ""),
                reasons.money(change.becomes()),
                reasons.sentence(change.becomes()));
    }

    /** Asks another officer to announce them. */
    @PostMapping(PATH)
    String ask(
            @ModelAttribute("form") RulesForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        check.refuse(form, errors);
        if (errors.hasErrors() && once.answer(form.operation(), actor).isEmpty()) {
            response.setStatus(UNPROCESSABLE);
            return page(model);
        }
        try {
            return act(
                    form.operation(),
                    actor,
                    redirect,
                    "asked",
                    () -> proposals.ask(actor, form.rules()).entry());
        } catch (Conflict.Changed e) {
            var stored = RulesForm.of(eligibility.newest());
            e.over(form.at(eligibility.newestVersion()), stored, model, response);
            return page(model);
        }
    }

    @PostMapping(PATH + "/{version}/withdrawal")
    String withdraw(
            @PathVariable int version,
            @RequestParam UUID operation,
            Actor actor,
            RedirectAttributes redirect) {
        return act(
                operation,
                actor,
                redirect,
                "withdrawn",
                () -> eligibility.withdraw(actor, version).entry());
    }

    private String act(
            UUID operation,
            Actor actor,
            RedirectAttributes redirect,
            String done,
            Supplier<UUID> action) {
        Flash flash = Flash.success("eligibility.flash." + done);
        return once.redirect(operation, actor, redirect, flash, PATH, action);
    }

    private String page(Model model) {
        model.addAttribute("districts", city.districts());
        model.addAttribute("categories", city.categories());
        model.addAttribute("networks", eligibility.networks());
        return "eligibility/edit";
    }

    private RuleWords words() {
        return new RuleWords(city, eligibility.networks());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Formats.ZONE));
    }
}
