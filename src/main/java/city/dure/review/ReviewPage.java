package city.dure.review;

import city.dure.applications.ApplicationId;
import city.dure.applications.RefusalReason;
import city.dure.applications.Reviews;
import city.dure.applications.Reviews.ViewReason;
import city.dure.applications.Reviews.Wanted;
import city.dure.identity.Accounts;
import city.dure.intake.Choices;
import city.dure.shared.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the page of one application shows to an officer. */
@Component
class ReviewPage {
    private final Reviews reviews;
    private final Accounts accounts;
    private final Choices choices;
    private final HttpServletRequest request; // The one that is being answered

    ReviewPage(Reviews reviews, Accounts accounts, Choices choices, HttpServletRequest request) {
        this.reviews = reviews;
        this.accounts = accounts;
        this.choices = choices;
        this.request = request;
    }

    String describe(Actor officer, ApplicationId id, Model model) {
        var file = reviews.file(officer, id, request.getRemoteAddr());
        model.addAttribute("file", file);
        model.addAttribute("names", accounts.plainNames(file.people()));
        model.addAttribute("mayDecide", reviews.mayDecide(officer, id));
        model.addAttribute(
                "refusals",
                choices.of(
                        "applications.refusal.",
                        Arrays.stream(RefusalReason.values()).map(RefusalReason::code)));
        model.addAttribute(
                "wanted",
                choices.of(
                        "applications.wanted.", Arrays.stream(Wanted.values()).map(Wanted::code)));
        model.addAttribute(
                "views",
                choices.of(
                        "applications.view.",
                        Arrays.stream(ViewReason.values()).map(ViewReason::code)));
        model.addAttribute(
                "outcomes", choices.of("review.objection.", Stream.of("approval", "refusal")));
        return "review/show";
    }
}
