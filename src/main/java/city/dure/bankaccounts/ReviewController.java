package city.dure.bankaccounts;

import city.dure.bankaccounts.Coded.Check;
import city.dure.bankaccounts.Coded.Refusal;
import city.dure.bankaccounts.Coded.View;
import city.dure.intake.SentPapers;
import city.dure.ledger.LedgerReceipt;
import city.dure.shared.Actor;
import city.dure.web.Flash;
import city.dure.web.OnceOnly;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One request for another bank account before an officer, and each thing that is done about it. */
@Controller("bankChangeReviewController")
@RequestMapping("/office/bank-changes/{id}")
class ReviewController {
    private final BankReviews reviews;
    private final BankViews views;
    private final ReviewPage page;
    private final SentPapers papers;
    private final OnceOnly once;

    ReviewController(
            BankReviews reviews,
            BankViews views,
            ReviewPage page,
            SentPapers papers,
            OnceOnly once) {
        this.reviews = reviews;
        this.views = views;
        this.page = page;
        this.papers = papers;
        this.once = once;
    }

    /**
     * What an officer chose on the page.
     *
     * @param operation makes it count once
     * @param view why the account is seen
     * @param check how it was checked
     * @param refusal why it is refused
     */
    record Form(
            UUID operation,
            @Nullable String view,
            @Nullable String check,
            @Nullable String refusal) {}

    @GetMapping
    String show(
            @PathVariable BankChangeId id, Actor actor, HttpServletRequest request, Model model) {
        model.addAttribute("form", new Form(UUID.randomUUID(), null, null, null));
        return page.describe(id, actor, request.getRemoteAddr(), model);
    }

    @GetMapping("/paper")
    ResponseEntity<byte[]> paper(
            @PathVariable BankChangeId id, Actor officer, HttpServletRequest request) {
        var paper = views.paper(officer, reviews.get(id), request.getRemoteAddr());
        return papers.show(paper, "bank-book");
    }

    @PostMapping("/lookups")
    ModelAndView open(
            @PathVariable BankChangeId id,
            @ModelAttribute("form") Form form,
            BindingResult errors,
            Actor officer,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        return chosen(
                "view",
                Coded.of(View.values(), form.view()),
                errors,
                view ->
                        done(
                                id,
                                form.operation(),
                                officer,
                                redirect,
                                "opened",
                                () -> views.open(officer, id, view)),
                () -> page.describe(id, officer, request.getRemoteAddr(), model),
                model);
    }

    @PostMapping("/proposal")
    ModelAndView propose(
            @PathVariable BankChangeId id,
            @ModelAttribute("form") Form form,
            BindingResult errors,
            Actor officer,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        return chosen(
                "check",
                Coded.of(Check.values(), form.check()),
                errors,
                check ->
                        done(
                                id,
                                form.operation(),
                                officer,
                                redirect,
                                "proposed",
                                () -> reviews.propose(officer, id, check)),
                () -> page.describe(id, officer, request.getRemoteAddr(), model),
                model);
    }

    @PostMapping("/rejection")
    ModelAndView reject(
            @PathVariable BankChangeId id,
            @ModelAttribute("form") Form form,
            BindingResult errors,
            Actor officer,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        return chosen(
                "refusal",
                Coded.of(Refusal.values(), form.refusal()),
                errors,
                refusal ->
                        done(
                                id,
                                form.operation(),
                                officer,
                                redirect,
                                "refused",
                                () -> reviews.refuse(officer, id, refusal)),
                () -> page.describe(id, officer, request.getRemoteAddr(), model),
                model);
    }

    @PostMapping("/approval")
    String approve(
            @PathVariable BankChangeId id,
            @RequestParam UUID operation,
            @RequestParam(defaultValue = "") String mark,
            Actor officer,
            RedirectAttributes redirect) {
        return done(
                id,
                operation,
                officer,
                redirect,
                "approved",
                () -> reviews.approve(officer, id, mark));
    }

    @PostMapping("/refusal")
    String decline(
            @PathVariable BankChangeId id,
            @RequestParam UUID operation,
            Actor officer,
            RedirectAttributes redirect) {
        return done(
                id, operation, officer, redirect, "declined", () -> reviews.decline(officer, id));
    }

    private String done(
            BankChangeId id,
            UUID operation,
            Actor officer,
            RedirectAttributes redirect,
            String what,
            Supplier<LedgerReceipt> act) {
        return once.redirect(
                operation,
                officer,
                redirect,
                Flash.success("bankaccounts.flash." + what),
                "/office/bank-changes/" + id,
                () -> act.get().entry());
    }

    private static <T> ModelAndView chosen(
            String field,
            Optional<T> chosen,
            BindingResult errors,
            Function<T, String> act,
            Supplier<String> again,
            Model model) {
        if (chosen.isPresent()) {
            return new ModelAndView(act.apply(chosen.get()));
        }
        errors.rejectValue(field, "bankaccounts." + field + ".missing");
        return new ModelAndView(again.get(), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
