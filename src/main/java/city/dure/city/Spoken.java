package city.dure.city;

import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;

/** Chooses between the two names that a setting has. */
final class Spoken {
    private Spoken() {}

    /** The one for the language of the present page. */
    static String of(String korean, String english) {
        return LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage())
                ? english
                : korean;
    }
}
