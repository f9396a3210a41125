package city.dure.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session when its total time is over, however busy it is. */
class SessionEnd extends OncePerRequestFilter {
    private static final String UNTIL = "signin.until";

    private final Clock clock;

    SessionEnd(Clock clock) {
        this.clock = clock;
    }

    /** From now on the session lives no longer than this. */
    static void begin(HttpSession session, SignInProperties.Lifetime lifetime, Instant now) {
        session.setMaxInactiveInterval((int) lifetime.idle().toSeconds());
        session.setAttribute(UNTIL, now.plus(lifetime.total()));
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && isOver(session.getAttribute(UNTIL))) {
            session.invalidate();
        }
        chain.doFilter(request, response);
    }

    private boolean isOver(@Nullable Object until) {
        return until instanceof Instant end && !clock.instant().isBefore(end);
    }
}
