package city.dure.review;

import city.dure.applications.ApplicationId;
import city.dure.applications.RefusalReason;
import city.dure.applications.Reviews;
import city.dure.applications.Reviews.ViewReason;
import city.dure.applications.Reviews.Wanted;
import city.dure.identity.Accounts;
import city.dure.shared.Actor;
import city.dure.web.Option;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the page of one application shows to an officer. */
@Component
class ReviewPage {
    private final Reviews reviews;
    private final Accounts accounts;
    private final MessageSource messages;

    ReviewPage(Reviews reviews, Accounts accounts, MessageSource messages) {
        this.reviews = reviews;
        this.accounts = accounts;
        this.messages = messages;
    }

    String describe(Actor officer, ApplicationId id, Model model) {
        var file = reviews.file(officer, id);
        model.addAttribute("file", file);
        model.addAttribute("names", accounts.displayNames(file.people()));
        model.addAttribute("mayDecide", reviews.mayDecide(officer, id));
        model.addAttribute(
                "refusals",
                options(
                        "applications.refusal.",
                        Arrays.stream(RefusalReason.values()).map(RefusalReason::code)));
        model.addAttribute(
                "wanted",
                options("applications.wanted.", Arrays.stream(Wanted.values()).map(Wanted::code)));
        model.addAttribute(
                "views",
                options(
                        "applications.view.",
                        Arrays.stream(ViewReason.values()).map(ViewReason::code)));
        model.addAttribute(
                "outcomes", options("review.objection.", Stream.of("approval", "refusal")));
        return "review/show";
    }

    private List<Option> options(String prefix, Stream<String> codes) {
        Locale locale = LocaleContextHolder.getLocale();
        return codes.map(code -> new Option(code, messages.getMessage(prefix + code, null, locale)))
                .toList();
    }
}
