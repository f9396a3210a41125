package city.dure.tills;

import city.dure.web.NotFound;
import city.dure.web.TooMany;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells tills what went wrong. */
@RestControllerAdvice(assignableTypes = TillController.class)
class TillProblems {
    /** After how long it is worth asking again. */
    private static final Map<HttpStatus, String> SECONDS =
            Map.of(HttpStatus.CONFLICT, "1", HttpStatus.TOO_MANY_REQUESTS, "900");

    private final Problems problems;

    TillProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tell(TillProblem problem) {
        return tell(problem.status(), problem.code());
    }

    /** No JSON, or a field of another kind: an amount in quotes, or with decimals. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> tell(HttpMessageNotReadableException unread) {
        return tell(HttpStatus.BAD_REQUEST, "body");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tell(NotFound gone) {
        return tell(HttpStatus.FORBIDDEN, "shop_other");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tell(TooMany tries) {
        return tell(HttpStatus.TOO_MANY_REQUESTS, "card_often");
    }

    private ResponseEntity<ProblemDetail> tell(HttpStatus status, String code) {
        var answer = ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        Optional.ofNullable(SECONDS.get(status))
                .ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, wait));
        return answer.body(problems.of(status, code));
    }
}
