package city.dure.web;

import java.util.List;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The headers of every page; nothing inline runs, so no nonce is needed. */
public final class SecurityHeaders {
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; style-src 'self'; object-src 'none'"
                    + "; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    private SecurityHeaders() {}

    /**
     * Sets them on a filter chain: {@code http.headers(SecurityHeaders.strict())}.
     *
     * @param formTargets further origins that a form may end at, such as a foreign sign-in's
     */
    public static Customizer<HeadersConfigurer<HttpSecurity>> strict(String... formTargets) {
        String policy = policy(formTargets);
        return headers ->
                headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .crossOriginOpenerPolicy(
                                opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN));
    }

    static String policy(String... formTargets) {
        return formTargets.length == 0
                ? POLICY
                : POLICY + " " + String.join(" ", List.of(formTargets));
    }
}
