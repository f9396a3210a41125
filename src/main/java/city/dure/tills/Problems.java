package city.dure.tills;

import city.dure.money.Outcome;
import city.dure.web.Formats;
import java.net.URI;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** Problem details (RFC 9457) with a stable code, and a sentence that a till can show. */
@Component
class Problems {
    private final MessageSource messages;
    private final Formats formats;

    Problems(MessageSource messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    ProblemDetail of(HttpStatus status, String code) {
        return of(status, code, word("tills.problem." + code));
    }

    /** Why money did not move; with how much would do, in won, where some would. */
    ProblemDetail of(HttpStatus status, Outcome.Refused refused) {
        String code = refused.reason().code();
        String key = "payments.refused." + code + (refused.most() > 0 ? "" : ".none");
        var problem = of(status, code, word(key, formats.won(refused.most())));
        if (refused.most() > 0) {
            problem.setProperty("most", refused.most());
        }
        return problem;
    }

    private static ProblemDetail of(HttpStatus status, String code, String sentence) {
        var problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setType(URI.create("urn:dure:problem:" + code.replace('_', '-')));
        problem.setTitle(status.getReasonPhrase());
        problem.setProperty("code", code);
        return problem;
    }

    private String word(String key, Object... arguments) {
        Locale language = LocaleContextHolder.getLocale();
        return messages.getMessage(key, arguments, language);
    }
}
