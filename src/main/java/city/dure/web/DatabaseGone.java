package city.dure.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Says so when the database does not answer. It stands before everything else, the session
 * included, and itself needs nothing but a page from the jar.
 */
class DatabaseGone implements Filter {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseGone.class);
    private static final Pattern ASSET = Pattern.compile("/assets/[a-z/.]+");

    // Connection lost (08…), PostgreSQL going down (57P0…), H2 closed or broken (900…, 901…).
    private static final Set<String> STATES =
            Set.of("57P01", "57P02", "57P03", "90067", "90098", "90121");

    private static final String IN_PLACE =
            """
            <div class="du-flash du-flash--error"><div><p>지금은 데이터베이스에 연결하지 못했어요. \
            잠시 뒤에 다시 눌러 주세요.</p><p lang="en">The database cannot be reached. Please press \
            again in a moment.</p></div></div>\
            """;
    private static final String DOCUMENT =
            """
            {"type":"about:blank","title":"Service Unavailable","status":503,\
            "detail":"The database cannot be reached. Repeat the request with the same key."}\
            """;

    private final UnaryOperator<String> link;

    /** The link gives the address, with the hash of its content, at which an asset is served. */
    DatabaseGone(UnaryOperator<String> link) {
        this.link = link;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            if (response.isCommitted() || !isGone(e)) {
                throw e;
            }
            LOG.error("the database does not answer", e);
            answer((HttpServletRequest) request, (HttpServletResponse) response);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.resetBuffer();
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", "30");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", SecurityHeaders.policy());
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        if (request.getRequestURI().startsWith("/api/")) {
            response.setContentType("application/problem+json");
            response.getWriter().write(DOCUMENT);
        } else if (request.getHeader("HX-Request") != null) {
            response.setContentType("text/html");
            response.setHeader("HX-Retarget", "#flash");
            response.setHeader("HX-Reswap", "innerHTML show:top");
            response.getWriter().write(IN_PLACE);
        } else {
            response.setContentType("text/html");
            response.getWriter().write(page());
        }
    }

    private String page() throws IOException {
        String page =
                new ClassPathResource("web/unavailable.html")
                        .getContentAsString(StandardCharsets.UTF_8);
        return ASSET.matcher(page).replaceAll(found -> link.apply(found.group()));
    }

    private static boolean isGone(Throwable thrown) {
        return Stream.iterate(thrown, DatabaseGone::isThere, Throwable::getCause)
                .anyMatch(DatabaseGone::tellsOfIt);
    }

    private static boolean isThere(@Nullable Throwable thrown) {
        return thrown != null;
    }

    private static boolean tellsOfIt(Throwable cause) {
        return switch (cause) {
            case CannotGetJdbcConnectionException e -> true;
            case CannotCreateTransactionException e -> true;
            case DataAccessResourceFailureException e -> true;
            case SQLException e -> {
                String state = String.valueOf(e.getSQLState());
                yield state.startsWith("08") || STATES.contains(state);
            }
            default -> false;
        };
    }
}
