package city.dure.signin;

import city.dure.permissions.Permissions;
import city.dure.shared.Role;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.resource.OAuth2ResourceServerConfigurer.JwtConfigurer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;

/**
 * The tokens of the API: made for machines only, and taken only when this issuer made them for this
 * API as access tokens (RFC 9068), so that no person's token and no id token opens it.
 */
@Configuration
public class ApiTokens {
    private static final String TYPE = "at+jwt";

    private final OwnAddress address;
    private final JWKSource<SecurityContext> keys;

    ApiTokens(OwnAddress address, JWKSource<SecurityContext> keys) {
        this.address = address;
        this.keys = keys;
    }

    /** Marks what a machine gets as an access token for the API; a person's stays as it is. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> machineTokens() {
        return context -> {
            if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(
                    context.getAuthorizationGrantType())) {
                context.getJwsHeader().type(TYPE);
                context.getClaims()
                        .audience(List.of(audience()))
                        .claim("client_id", context.getRegisteredClient().getClientId());
            }
        };
    }

    /** How the API's chain reads a token: {@code server.jwt(tokens::check)}. */
    public void check(JwtConfigurer tokens) {
        var machines = new JwtAuthenticationConverter();
        machines.setJwtGrantedAuthoritiesConverter(ApiTokens::authorities);
        tokens.decoder(decoder()).jwtAuthenticationConverter(machines);
    }

    /** For whom a machine's token is meant. */
    String audience() {
        return address.issuer() + "/api";
    }

    private JwtDecoder decoder() {
        var types = new DefaultJOSEObjectTypeVerifier<SecurityContext>(new JOSEObjectType(TYPE));
        var decoder =
                NimbusJwtDecoder.withJwkSource(keys)
                        .jwtProcessorCustomizer(reading -> reading.setJWSTypeVerifier(types))
                        .build();
        decoder.setJwtValidator(
                JwtValidators.createAtJwtValidator()
                        .issuer(address.issuer())
                        .audience(audience())
                        .build());
        return decoder;
    }

    private static Collection<GrantedAuthority> authorities(Jwt token) {
        var all = new ArrayList<GrantedAuthority>(Permissions.authorities(List.of(Role.MACHINE)));
        all.addAll(new JwtGrantedAuthoritiesConverter().convert(token));
        return all;
    }
}
