package city.dure.eligibilitypages;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The texts of files, in the language of the page. */
@Component("eligibilityTexts")
class Texts {
    private final MessageSource messages;

    Texts(MessageSource messages) {
        this.messages = messages;
    }

    String of(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    List<String> all(List<String> keys) {
        return keys.stream().map(key -> of(key)).toList();
    }
}
