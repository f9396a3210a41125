package city.dure.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such thing, or not for this person: answered with the 404 page. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NotFound extends RuntimeException {
    /** Names what was looked for, for the log only. */
    public NotFound(String what) {
        super(what);
    }
}
