package city.dure.signin;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.util.function.SingletonSupplier;

/**
 * The portal as an OpenID Connect client; asks the issuer nothing before the first sign-in.
 * Officials always sign in at the portal itself: what another issuer knows of people does not make
 * them officials, and officials can work while it is away.
 */
@Configuration
@EnableConfigurationProperties(SignInProperties.class)
class SignInClient {
    static final String REGISTRATION = "dure";
    static final String STAFF = "staff";
    private static final String REDIRECT = "{baseUrl}/login/oauth2/code/{registrationId}";

    @Bean
    ClientRegistrationRepository signInClients(
            SignInProperties properties, OwnAddress address, OwnClients own) {
        var staff = SingletonSupplier.of(() -> ownIssuer(STAFF, address, own));
        var people =
                SingletonSupplier.of(() ->
                        properties.ownIssuer()
                                ? ownIssuer(REGISTRATION, address, own)
                                : otherIssuer(properties));
        return id ->
                switch (id) {
                    case REGISTRATION -> people.obtain();
                    case STAFF -> staff.obtain();
                    default -> null;
                };
    }

    private static ClientRegistration ownIssuer(String id, OwnAddress address, OwnClients own) {
        return ClientRegistration.withRegistrationId(id)
                .clientId(OwnClients.PORTAL)
                .clientSecret(own.portalSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(REDIRECT)
                .scope("openid")
                // Relative, so that the browser stays on the host by which it came.
                .authorizationUri("/oauth2/authorize")
                .tokenUri(address.internal() + "/oauth2/token")
                .jwkSetUri(address.internal() + "/oauth2/jwks")
                // Set here it is not called, but the id token's issuer is checked against it.
                .issuerUri(address.issuer())
                .userNameAttributeName("sub")
                .build();
    }

    private static ClientRegistration otherIssuer(SignInProperties properties) {
        return ClientRegistrations.fromIssuerLocation(properties.issuer())
                .registrationId(REGISTRATION)
                .clientId(properties.clientId())
                .clientSecret(properties.clientSecret())
                .redirectUri(REDIRECT)
                .scope(properties.scopes())
                .userInfoUri(null)
                .build();
    }
}
