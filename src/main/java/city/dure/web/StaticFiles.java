package city.dure.web;

import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Style sheets, scripts, pictures: they are nobody's and take no session and no database. */
public final class StaticFiles {
    /** A request for one of them. */
    public static final RequestMatcher REQUESTS =
            new OrRequestMatcher(under("/assets/**"), under("/webjars/**"));

    private StaticFiles() {}

    private static RequestMatcher under(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }
}
