package city.dure.consents;

import java.time.Instant;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * One version of what people are asked to agree to.
 *
 * @param version counts from 1 within its kind
 */
public record ConsentText(
        ConsentKind kind, int version, ConsentWords ko, ConsentWords en, Instant publishedAt) {
    /** The words in the language of the page. */
    public ConsentWords words() {
        return LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage())
                ? en
                : ko;
    }
}
