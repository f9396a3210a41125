package city.dure.review;

import city.dure.applications.ApplicationId;
import city.dure.applications.RefusalReason;
import city.dure.applications.Reviews;
import city.dure.applications.Reviews.ViewReason;
import city.dure.applications.Reviews.Wanted;
import city.dure.intake.SentPapers;
import city.dure.shared.Actor;
import city.dure.vault.FileId;
import city.dure.web.Conflict;
import city.dure.web.Flash;
import city.dure.web.OnceOnly;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One application before an officer, and each thing that can be done about it. */
@Controller
@RequestMapping("/office/applications/{id}")
class ApplicationController {
    private final Reviews reviews;
    private final ReviewPage page;
    private final OnceOnly once;
    private final SentPapers sentPapers;

    ApplicationController(Reviews reviews, ReviewPage page, OnceOnly once, SentPapers sentPapers) {
        this.reviews = reviews;
        this.page = page;
        this.once = once;
        this.sentPapers = sentPapers;
    }

    @GetMapping
    String show(@PathVariable ApplicationId id, Actor officer, Model model) {
        model.addAttribute("form", DecisionForm.blank());
        return page.describe(officer, id, model);
    }

    @GetMapping("/papers/{paper}")
    ResponseEntity<byte[]> paper(
            @PathVariable ApplicationId id,
            @PathVariable FileId paper,
            Actor officer,
            HttpServletRequest request) {
        return sentPapers.show(reviews.paper(officer, id, paper, request.getRemoteAddr()), "paper");
    }

    @PostMapping("/lookups")
    ModelAndView viewPerson(
            @PathVariable ApplicationId id,
            @ModelAttribute("form") DecisionForm form,
            BindingResult errors,
            Actor officer,
            Model model,
            RedirectAttributes redirect) {
        var reason = required("view", form.view(), ViewReason.values(), ViewReason::code, errors);
        return errors.hasErrors()
                ? wrong(id, officer, model)
                : done(
                        id,
                        form,
                        officer,
                        redirect,
                        "person-viewed",
                        () -> reviews.viewPerson(officer, id, reason.orElseThrow()));
    }

    @PostMapping("/review")
    ModelAndView take(
            @PathVariable ApplicationId id,
            @ModelAttribute("form") DecisionForm form,
            Actor officer,
            RedirectAttributes redirect) {
        return done(
                id,
                form,
                officer,
                redirect,
                "review-started",
                () -> reviews.take(officer, id, form.version()));
    }

    @PostMapping("/information-request")
    ModelAndView wantInformation(
            @PathVariable ApplicationId id,
            @ModelAttribute("form") DecisionForm form,
            BindingResult errors,
            Actor officer,
            Model model,
            RedirectAttributes redirect) {
        List<Wanted> wanted = Arrays.stream(Wanted.values()).filter(form::asks).toList();
        if (wanted.isEmpty()) {
            errors.rejectValue("wanted", "review.wanted.missing");
        }
        if (wanted.contains(Wanted.OTHER) && DecisionForm.note(form.wantedNote()).isEmpty()) {
            errors.rejectValue("wantedNote", "review.wanted.other");
        }
        DecisionForm.checkLength("wantedNote", form.wantedNote(), errors);
        return errors.hasErrors()
                ? wrong(id, officer, model)
                : done(
                        id,
                        form,
                        officer,
                        redirect,
                        "information-wanted",
                        () ->
                                reviews.wantInformation(
                                        officer, id, form.version(), wanted, form.wantedNote()));
    }

    @PostMapping("/approval")
    ModelAndView approve(
            @PathVariable ApplicationId id,
            @ModelAttribute("form") DecisionForm form,
            Actor officer,
            RedirectAttributes redirect) {
        return done(
                id,
                form,
                officer,
                redirect,
                "approved",
                () -> reviews.approve(officer, id, form.version()).receipt());
    }

    @PostMapping("/refusal")
    ModelAndView refuse(
            @PathVariable ApplicationId id,
            @ModelAttribute("form") DecisionForm form,
            BindingResult errors,
            Actor officer,
            Model model,
            RedirectAttributes redirect) {
        var reason =
                required(
                        "refusal",
                        form.refusal(),
                        RefusalReason.values(),
                        RefusalReason::code,
                        errors);
        DecisionForm.checkLength("refusalNote", form.refusalNote(), errors);
        return errors.hasErrors()
                ? wrong(id, officer, model)
                : done(
                        id,
                        form,
                        officer,
                        redirect,
                        "refused",
                        () ->
                                reviews.refuse(
                                        officer,
                                        id,
                                        form.version(),
                                        reason.orElseThrow(),
                                        form.refusalNote()));
    }

    @PostMapping("/objection-decision")
    ModelAndView decideObjection(
            @PathVariable ApplicationId id,
            @ModelAttribute("form") DecisionForm form,
            BindingResult errors,
            Actor officer,
            Model model,
            RedirectAttributes redirect) {
        if ("approval".equals(form.outcome())) {
            return approve(id, form, officer, redirect);
        }
        if (!"refusal".equals(form.outcome())) {
            errors.rejectValue("outcome", "review.outcome.missing");
        }
        return refuse(id, form, errors, officer, model, redirect);
    }

    private ModelAndView done(
            ApplicationId id,
            DecisionForm form,
            Actor officer,
            RedirectAttributes redirect,
            String act,
            java.util.function.Supplier<city.dure.ledger.LedgerReceipt> decision) {
        String here = "/office/applications/" + id;
        try {
            return new ModelAndView(
                    once.redirect(
                            form.operation(),
                            officer,
                            redirect,
                            Flash.success("review.flash." + act),
                            here,
                            () -> decision.get().entry()));
        } catch (city.dure.merchants.MerchantChanged e) {
            throw new Conflict.Changed("review.shop-changed");
        }
    }

    private ModelAndView wrong(ApplicationId id, Actor officer, Model model) {
        return new ModelAndView(
                page.describe(officer, id, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static <T> Optional<T> required(
            String field,
            @Nullable String code,
            T[] values,
            Function<T, String> codes,
            BindingResult errors) {
        var found =
                Arrays.stream(values).filter(each -> codes.apply(each).equals(code)).findFirst();
        if (found.isEmpty()) {
            errors.rejectValue(field, "review.reason.missing");
        }
        return found;
    }
}
