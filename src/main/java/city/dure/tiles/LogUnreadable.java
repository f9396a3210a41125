package city.dure.tiles;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The files of the log cannot be read or are not those that were signed, or what they are made of
 * is not all there: answered with 503.
 */
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
public class LogUnreadable extends RuntimeException {
    /** Says what is wrong, in English, for operators. */
    public LogUnreadable(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}
