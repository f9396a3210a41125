package city.dure.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.permissions.Cell;
import city.dure.permissions.Matrix;
import city.dure.permissions.MatrixRow;
import city.dure.permissions.Permissions;
import city.dure.shared.Role;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PortalTest
class ApiChainTests {
    private static final String ISSUER = "http://localhost:8080";
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final Pattern ENDPOINT =
            Pattern.compile("\"[a-z_]*(?:endpoint|jwks_uri)\":\"" + ISSUER + "([^\"]+)\"");

    @Autowired MockMvcTester mvc;
    @Autowired JWKSource<SecurityContext> keys;
    @Autowired Permissions permissions;

    @ParameterizedTest
    @CsvSource({"demo-pos, payments", "demo-transit, activities", "demo-bank, bank"})
    void takesAMachinesOwnToken(String client, String scope) throws Exception {
        String answer = token(client).getResponse().getContentAsString();
        assertThat(answer).contains("\"scope\":\"" + scope + "\"");
        assertThat(ask(first(TOKEN, answer))).hasStatus(404); // Let in, but nothing is there yet.
    }

    @Test
    void refusesAScopeThatIsAnothersAndAWrongSecret() {
        assertThat(
                        mvc.post()
                                .uri("/oauth2/token")
                                .header("Authorization", basic("demo-pos", "demo-pos-secret"))
                                .param("grant_type", "client_credentials")
                                .param("scope", "bank"))
                .hasStatus(400);
        assertThat(
                        mvc.post()
                                .uri("/oauth2/token")
                                .header("Authorization", basic("demo-pos", "guess"))
                                .param("grant_type", "client_credentials"))
                .hasStatus(401);
    }

    @Test
    void takesOnlyAccessTokensOfThisIssuerForThisApi() {
        assertThat(ask(signed("at+jwt", claims -> {}))).hasStatus(404);

        assertThat(mvc.get().uri("/api/v1/things")).hasStatus(401);
        assertThat(ask("no.token.atall")).hasStatus(401);
        assertThat(ask(signed("JWT", claims -> {}))).hasStatus(401);
        assertThat(ask(signed("at+jwt", claims -> claims.issuer("https://else.example"))))
                .hasStatus(401);
        assertThat(ask(signed("at+jwt", claims -> claims.audience(List.of("dure-portal")))))
                .hasStatus(401);
        assertThat(ask(signed("at+jwt", claims -> claims.expiresAt(at(-120))))).hasStatus(401);
    }

    /** What a machine may is in the matrix: with a row that is not for it, it is refused. */
    @Test
    void asksTheMatrix() {
        Matrix strict = permissions.matrix();
        try {
            ReflectionTestUtils.setField(permissions, "matrix", with(strict, Role.ADMIN));
            assertThat(ask(signed("at+jwt", claims -> {}))).hasStatus(403);
            ReflectionTestUtils.setField(permissions, "matrix", with(strict, Role.MACHINE));
            assertThat(ask(signed("at+jwt", claims -> {}))).hasStatus(404);
        } finally {
            ReflectionTestUtils.setField(permissions, "matrix", strict);
        }
    }

    @Test
    void everyEndpointThatIsToldHasARow() throws Exception {
        var told =
                mvc.get()
                        .uri("/.well-known/openid-configuration")
                        .exchange()
                        .getResponse()
                        .getContentAsString()
                        .replace("\\/", "/");
        var endpoints = ENDPOINT.matcher(told).results().map(found -> found.group(1)).toList();
        assertThat(endpoints)
                .contains("/oauth2/token", "/connect/logout")
                .allMatch(permissions.matrix()::knows);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/par",
                "/oauth2/device_authorization",
                "/oauth2/device_verification",
                "/oauth2/register",
                "/connect/register"
            })
    void whatIsNotUsedIsOff(String path) {
        assertThat(mvc.post().uri(path)).hasStatus(404);
        assertThat(mvc.get().uri(path)).hasStatus(404);
    }

    private MvcTestResult token(String client) {
        return mvc.post()
                .uri("/oauth2/token")
                .header("Authorization", basic(client, client + "-secret"))
                .param("grant_type", "client_credentials")
                .exchange();
    }

    private MvcTestResult ask(String token) {
        return mvc.get()
                .uri("/api/v1/things")
                .header("Authorization", "Bearer " + token)
                .exchange();
    }

    /** A token with the portal's own signature. */
    private String signed(String type, Consumer<JwtClaimsSet.Builder> otherwise) {
        var header = JwsHeader.with(SignatureAlgorithm.RS256).type(type).build();
        var claims =
                JwtClaimsSet.builder()
                        .id(UUID.randomUUID().toString())
                        .issuer(ISSUER)
                        .subject("demo-pos")
                        .audience(List.of(ISSUER + "/api"))
                        .issuedAt(at(-300))
                        .expiresAt(at(300))
                        .claim("client_id", "demo-pos");
        otherwise.accept(claims);
        return new NimbusJwtEncoder(keys)
                .encode(JwtEncoderParameters.from(header, claims.build()))
                .getTokenValue();
    }

    private static Matrix with(Matrix strict, Role role) {
        var row =
                new MatrixRow(
                        "api",
                        "x",
                        Map.of("GET", List.of("/api/v1/things")),
                        Map.of(role, Cell.YES),
                        null);
        return new Matrix(Stream.concat(strict.rows().stream(), Stream.of(row)).toList());
    }

    private static Instant at(int seconds) {
        return Instant.now().plusSeconds(seconds);
    }

    private static String basic(String client, String secret) {
        return "Basic "
                + Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(UTF_8));
    }

    private static String first(Pattern pattern, String text) throws UnsupportedEncodingException {
        var found = pattern.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }
}
