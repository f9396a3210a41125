package city.dure.papers;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A file that is not taken, with the reason in a form that becomes a sentence for the sender. */
public class PaperRefused extends RuntimeException {
    /** Why a file is not taken. */
    public enum Reason {
        EMPTY,
        TOO_LARGE,
        HEIC,
        UNKNOWN_KIND,
        NO_PICTURE,
        TOO_SMALL,
        BROKEN,
        TOO_MANY_PIXELS,
        ENCRYPTED,
        TOO_MANY_PAGES,
        TOO_COMPLEX
    }

    private final Reason reason;

    PaperRefused(Reason reason) {
        this(reason, null);
    }

    PaperRefused(Reason reason, @Nullable Throwable cause) {
        super("file refused: " + reason, cause);
        this.reason = reason;
    }

    /** The reason. */
    public Reason reason() {
        return reason;
    }

    /** The message key of the sentence for the sender, such as {@code papers.refused.too-large}. */
    public String messageKey() {
        return "papers.refused." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
