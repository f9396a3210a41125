package city.dure.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** A machine that asks for a token without naming scopes gets all of its own. */
public final class AllScopes implements AuthenticationConverter {
    private final AuthenticationConverter standard =
            new OAuth2ClientCredentialsAuthenticationConverter();

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        Authentication asked = standard.convert(request);
        return asked instanceof OAuth2ClientCredentialsAuthenticationToken token
                        && (token.getScopes() == null || token.getScopes().isEmpty())
                        && token.getPrincipal() instanceof OAuth2ClientAuthenticationToken client
                        && client.getRegisteredClient() != null
                ? new OAuth2ClientCredentialsAuthenticationToken(
                        client,
                        client.getRegisteredClient().getScopes(),
                        token.getAdditionalParameters())
                : asked;
    }
}
