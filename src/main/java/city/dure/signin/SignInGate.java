package city.dure.signin;

import city.dure.access.AccessLog;
import city.dure.access.Guessing;
import city.dure.identity.Accounts;
import city.dure.identity.Passwords;
import city.dure.identity.Person;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.HttpMessageConverterAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** What happens around a sign-in: guessing is slowed, the access log written, idling limited. */
@Component
public class SignInGate {
    /**
     * Under this name a session holds who gave the right password, until the protocol is through.
     */
    public static final String IDP_CONTEXT = "IDP_SECURITY_CONTEXT";

    private static final String LOGIN = "/idp/login";

    /** As Spring's own filter compares it, decoded; else another spelling would not be counted. */
    private static final RequestMatcher TRY =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, LOGIN);

    private final Guessing guessing;
    private final AccessLog log;
    private final Accounts accounts;
    private final SignInProperties properties;
    private final Clock clock;

    SignInGate(
            Guessing guessing,
            AccessLog log,
            Accounts accounts,
            SignInProperties properties,
            Clock clock) {
        this.guessing = guessing;
        this.log = log;
        this.accounts = accounts;
        this.properties = properties;
        this.clock = clock;
    }

    /** Where somebody signs in who wants to go to a place of officials. */
    public String staffSignIn() {
        String client = properties.ownIssuer() ? SignInClient.REGISTRATION : SignInClient.STAFF;
        return "/oauth2/authorization/" + client;
    }

    /** Turns a try away before the password is looked at, where there were too many. */
    public OncePerRequestFilter slowDown() {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(
                    HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                var wait =
                        TRY.matches(request)
                                ? guessing.refuse(request, typedName(request))
                                : java.util.Optional.<Duration>empty();
                if (wait.isEmpty()) {
                    chain.doFilter(request, response);
                    return;
                }
                response.setHeader(
                        HttpHeaders.RETRY_AFTER, String.valueOf(wait.get().toSeconds() + 1));
                response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
            }
        };
    }

    /** After the right password: on with the protocol, which asked for it. */
    public AuthenticationSuccessHandler rightPassword(RequestCache requests) {
        var goOn = new SavedRequestAwareAuthenticationSuccessHandler();
        goOn.setRequestCache(requests);
        return (request, response, authentication) -> {
            guessing.succeeded(request, response, typedName(request));
            goOn.onAuthenticationSuccess(request, response, authentication);
        };
    }

    /** After a proven passkey: tells the page's script where to go on, which asked for it. */
    public AuthenticationSuccessHandler rightPasskey(RequestCache requests) {
        var goOn = new HttpMessageConverterAuthenticationSuccessHandler();
        goOn.setRequestCache(requests);
        return goOn;
    }

    /** After something else: 401, and a line in the log. */
    public AuthenticationFailureHandler wrongPasskey() {
        return (HttpServletRequest request,
                HttpServletResponse response,
                AuthenticationException exception) -> {
            log.failed("", request.getRemoteAddr());
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        };
    }

    /** After a wrong one: the page again, the same for every reason. */
    public AuthenticationFailureHandler wrongPassword() {
        // Not Spring's own: that keeps the exception in the session, and with it what was typed.
        var again = new DefaultRedirectStrategy();
        return (request, response, exception) -> {
            guessing.failed(request, typedName(request));
            again.sendRedirect(request, response, LOGIN + "?error");
        };
    }

    /** Signed in to the portal: on to the page first asked for. */
    public AuthenticationSuccessHandler signedIn() {
        var goOn = new SavedRequestAwareAuthenticationSuccessHandler();
        return (request, response, authentication) -> {
            log.signedIn(authentication.getName(), request.getRemoteAddr());
            boolean official =
                    accounts.person(authentication.getName()).map(Person::staff).orElse(false);
            var session = request.getSession();
            session.removeAttribute(IDP_CONTEXT); // Else it would sign in again without being asked
            SessionEnd.begin(session, properties.lifetime(official), clock.instant());
            goOn.onAuthenticationSuccess(request, response, authentication);
        };
    }

    /** Ends what has lasted long enough; stands before whoever looks who is signed in. */
    public OncePerRequestFilter sessionEnd() {
        return new SessionEnd(clock);
    }

    /** The issuer's answer was not good: a page that says so, and a line in the log. */
    public AuthenticationFailureHandler notSignedIn() {
        return (HttpServletRequest request,
                HttpServletResponse response,
                AuthenticationException exception) -> {
            log.failed("", request.getRemoteAddr());
            response.sendError(HttpStatus.FORBIDDEN.value());
        };
    }

    /** Writes down who left. */
    public LogoutHandler signedOut() {
        return (HttpServletRequest request,
                HttpServletResponse response,
                @Nullable Authentication authentication) -> {
            if (authentication != null) {
                log.signedOut(authentication.getName(), request.getRemoteAddr());
            }
        };
    }

    private static String typedName(HttpServletRequest request) {
        return Passwords.normalised(
                Objects.requireNonNullElse(request.getParameter("username"), ""));
    }
}
