package city.dure.signin;

import city.dure.identity.DemoPeople;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.stereotype.Component;

/** The clients of the own authorization server: the portal itself, and the machines configured. */
@Component
class OwnClients implements RegisteredClientRepository {
    static final String PORTAL = "dure-portal";

    /** The demo's machines and the scope of each; their secrets are {@code <id>-secret}. */
    private static final Map<String, String> DEMO =
            Map.of("demo-pos", "payments", "demo-transit", "activities", "demo-bank", "bank");

    /** Both ends are this process, so the secret is made at each start and never leaves it. */
    private final String portalSecret = UUID.randomUUID().toString();

    private final OwnAddress address;
    private final String encodedPortalSecret;
    private final Map<String, RegisteredClient> machines = new LinkedHashMap<>();

    OwnClients(
            OwnAddress address,
            SignInProperties properties,
            PasswordEncoder encoder,
            DemoPeople demo) {
        this.address = address;
        this.encodedPortalSecret = encoded(encoder, portalSecret);
        properties.machines().forEach((id, machine) -> machines.put(id, machine(id, machine)));
        if (!demo.all().isEmpty()) {
            DEMO.forEach((id, scope) -> machines.put(id, demoMachine(id, scope, encoder)));
        }
    }

    String portalSecret() {
        return portalSecret;
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return clientId.equals(PORTAL) ? portal() : machines.get(clientId);
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("clients are configured, not saved");
    }

    private RegisteredClient portal() {
        return RegisteredClient.withId(PORTAL)
                .clientId(PORTAL)
                .clientSecret(encodedPortalSecret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUris(uris -> uris.addAll(address.redirectUris()))
                .scope("openid")
                .clientSettings(
                        ClientSettings.builder()
                                .requireProofKey(true)
                                .requireAuthorizationConsent(false)
                                .build())
                .build();
    }

    private static RegisteredClient demoMachine(String id, String scope, PasswordEncoder encoder) {
        String secret = encoded(encoder, id + "-secret");
        return machine(id, new SignInProperties.Machine(secret, List.of(scope)));
    }

    private static String encoded(PasswordEncoder encoder, String secret) {
        return Objects.requireNonNull(encoder.encode(secret));
    }

    private static RegisteredClient machine(String id, SignInProperties.Machine machine) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret(machine.secret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(machine.scopes()))
                .build();
    }
}
