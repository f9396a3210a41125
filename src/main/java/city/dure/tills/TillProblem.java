package city.dure.tills;

import org.springframework.http.HttpStatus;

/** Why a till is answered with nothing but a problem, and nothing is kept of it. */
class TillProblem extends RuntimeException {
    private final HttpStatus status;
    private final String code;

    /**
     * A problem.
     *
     * @param code its sentence is the message {@code tills.problem.<code>}
     */
    TillProblem(HttpStatus status, String code) {
        super(code);
        this.status = status;
        this.code = code;
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }
}
