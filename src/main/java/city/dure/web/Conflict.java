package city.dure.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The state does not allow it: answered with a 409 page, or in place for htmx, that says why; where
 * somebody else was faster it is {@link Changed}.
 */
@ResponseStatus(HttpStatus.CONFLICT)
public class Conflict extends RuntimeException {
    private final Flash flash;

    /** Refuses with a message of a room, filled with the arguments. */
    public Conflict(String messageKey, Object... arguments) {
        super(messageKey);
        this.flash = Flash.error(messageKey, arguments);
    }

    Flash flash() {
        return flash;
    }

    /** The message that stands over the sentence. */
    String title() {
        return "web.error.409";
    }

    /** What a page showed has changed since: the sentence says who did what and when. */
    public static class Changed extends Conflict {
        /** Refuses with a message of a room, filled with the arguments. */
        public Changed(String messageKey, Object... arguments) {
            super(messageKey, arguments);
        }

        @Override
        String title() {
            return "web.error.409.changed";
        }
    }
}
