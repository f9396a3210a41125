package city.dure.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Too many tries in too short a time: answered with the 429 page. */
@ResponseStatus(HttpStatus.TOO_MANY_REQUESTS)
public class TooMany extends RuntimeException {
    /** Names what there was too much of, for the log only. */
    public TooMany(String what) {
        super(what);
    }
}
