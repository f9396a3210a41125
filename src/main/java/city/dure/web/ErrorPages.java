package city.dure.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * The one place that answers what went wrong: a page for people, a sentence in place for htmx, a
 * problem document (RFC 9457) for machines; never an exception's own text.
 */
@Controller
@RequestMapping("/error")
class ErrorPages implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private static final Set<Integer> TOLD =
            Set.of(400, 403, 404, 405, 409, 413, 422, 429, 500, 503);

    private final ErrorAttributes errors;

    ErrorPages(ErrorAttributes errors) {
        this.errors = errors;
    }

    @RequestMapping
    String page(HttpServletRequest request, HttpServletResponse response, Model model) {
        var problem = problem(request, response);
        model.addAttribute("problem", problem);
        if (request.getHeader("HX-Request") == null) {
            return "web/error";
        }
        response.setHeader("HX-Retarget", "#flash");
        response.setHeader("HX-Reswap", "innerHTML show:top");
        return "web/_error";
    }

    @RequestMapping(produces = {MediaType.APPLICATION_JSON_VALUE, "application/problem+json"})
    ResponseEntity<ProblemDetail> document(
            HttpServletRequest request, HttpServletResponse response) {
        var problem = problem(request, response);
        var document = ProblemDetail.forStatus(problem.status());
        if (problem.incident() != null) {
            document.setProperty("incident", problem.incident());
        }
        return ResponseEntity.status(problem.status()).body(document);
    }

    private Problem problem(HttpServletRequest request, HttpServletResponse response) {
        Throwable error = errors.getError(new ServletWebRequest(request));
        int status = status(request, error);
        response.setStatus(status);
        int told = TOLD.contains(status) ? status : status < 500 ? 400 : 500;
        Conflict conflict = conflict(error);
        return new Problem(
                status,
                told,
                conflict == null ? "web.error." + told : conflict.title(),
                conflict == null ? null : conflict.flash(),
                status == 500 ? incident(request, error) : null);
    }

    private static @Nullable Conflict conflict(@Nullable Throwable error) {
        if (isBusy(error)) {
            return new Conflict("web.busy");
        }
        return error instanceof Conflict refused ? refused : null;
    }

    /** Two at once stood in each other's way, and this one was undone whole. */
    private static boolean isBusy(@Nullable Throwable error) {
        return error instanceof PessimisticLockingFailureException
                || error instanceof QueryTimeoutException;
    }

    private static int status(HttpServletRequest request, @Nullable Throwable error) {
        if (error instanceof MethodArgumentTypeMismatchException mismatch
                && mismatch.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return HttpStatus.NOT_FOUND.value(); // An id that cannot be one names nothing.
        }
        if (isBusy(error)) {
            return HttpStatus.CONFLICT.value();
        }
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? code
                : HttpStatus.NOT_FOUND.value(); // Somebody typed /error.
    }

    private static String incident(HttpServletRequest request, @Nullable Throwable error) {
        String incident = UUID.randomUUID().toString().substring(0, 8);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        Object method = request.getAttribute(RequestDispatcher.ERROR_METHOD);
        LOG.error("incident {} at {} {}", incident, method, path, error);
        return incident;
    }

    /**
     * What is told.
     *
     * @param told the status whose help is shown
     * @param title the message over it
     * @param flash the sentence of whoever refused, if there is one
     * @param incident what a person tells the help desk, and what stands in the log
     */
    record Problem(
            int status, int told, String title, @Nullable Flash flash, @Nullable String incident) {}
}
