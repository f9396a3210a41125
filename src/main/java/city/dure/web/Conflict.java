package city.dure.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Somebody else was faster, or the state no longer allows it: answered with a 409 page, or in place
 * for htmx, that says who did what and when.
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
}
