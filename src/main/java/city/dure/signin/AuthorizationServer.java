package city.dure.signin;

import city.dure.identity.Passwords;
import city.dure.vault.Keys;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;

/**
 * The portal's own authorization server: what it stores in the database, so any instance serves.
 */
@Configuration
class AuthorizationServer {
    @Bean
    AuthorizationServerSettings authorizationServerSettings(OwnAddress address) {
        return AuthorizationServerSettings.builder().issuer(address.issuer()).build();
    }

    @Bean
    OAuth2AuthorizationService authorizations(
            JdbcOperations jdbc, RegisteredClientRepository clients) {
        return new JdbcOAuth2AuthorizationService(jdbc, clients);
    }

    @Bean
    OAuth2AuthorizationConsentService clientConsents(
            JdbcOperations jdbc, RegisteredClientRepository clients) {
        return new JdbcOAuth2AuthorizationConsentService(jdbc, clients);
    }

    /** The signing key, kept by the vault over restarts and for all instances. */
    @Bean
    JWKSource<SecurityContext> signingKey(Keys keys) {
        RSAKey key = SigningKey.read(keys.secret("signin.signing-key", SigningKey::make));
        return new ImmutableJWKSet<>(new JWKSet(key));
    }

    /** Also the dummy hash for an unknown name costs one bcrypt, so both answers take as long. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    /** A sign-in name becomes its account at once: tokens and logs never carry the name. */
    @Bean
    UserDetailsService passwordUsers(Passwords passwords) {
        return username ->
                passwords
                        .find(username)
                        .map(found ->
                                User.withUsername(found.account().ref())
                                        .password(found.hash())
                                        .authorities("password")
                                        .build())
                        .orElseThrow(() -> new UsernameNotFoundException("no such name"));
    }
}
