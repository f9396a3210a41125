package city.dure.eligibility;

import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * A group of shops that rules may name, such as a market or a chain.
 *
 * @param code stable, stands in entries
 * @param shops how many belong to it
 */
public record Network(String code, String name, String nameEn, int shops) {
    /** The name in the language of the page. */
    public String label() {
        return LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage())
                ? nameEn
                : name;
    }
}
