package city.dure.consents;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Words that a new city may begin with, and change before it publishes them. */
@Component
class UsualWords {
    private final MessageSource messages;

    UsualWords(MessageSource messages) {
        this.messages = messages;
    }

    ConsentWords ko(ConsentKind kind) {
        return words(kind, Locale.KOREAN);
    }

    ConsentWords en(ConsentKind kind) {
        return words(kind, Locale.ENGLISH);
    }

    private ConsentWords words(ConsentKind kind, Locale language) {
        return new ConsentWords(
                word(kind, "purpose", language),
                word(kind, "items", language),
                word(kind, "kept", language),
                word(kind, "refusal", language),
                kind == ConsentKind.PROVISION ? word(kind, "recipient", language) : "");
    }

    private String word(ConsentKind kind, String part, Locale language) {
        return messages.getMessage("consents.usual." + kind.code() + "." + part, null, language);
    }
}
