package city.dure.signin;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Another OpenID Connect issuer, at which whoever comes is signed in at once. */
final class FakeIssuer {
    private final HttpServer server;
    private final RSAKey key = SigningKey.read(SigningKey.make());
    private final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();
    private final List<String> visited = new CopyOnWriteArrayList<>();

    private volatile String subject = "subject";
    private volatile String name = "";
    private volatile @Nullable String person;
    private volatile RSAKey signing = key;

    FakeIssuer() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Who comes next. */
    void comes(String subject, String name) {
        this.subject = subject;
        this.name = name;
        this.person = null;
        this.signing = key;
    }

    /** Who comes next, and what is the same of them to everybody; born on 7 March 1985. */
    void comes(String subject, String name, String person) {
        comes(subject, name);
        this.person = person;
    }

    /** From now on tokens are signed by somebody else. */
    void isImpersonated() {
        signing = SigningKey.read(SigningKey.make());
    }

    /** Every path that was asked for. */
    List<String> visited() {
        return visited;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        visited.add(path);
        switch (path) {
            case "/.well-known/openid-configuration" -> json(exchange, 200, metadata());
            case "/jwks" -> json(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
            case "/authorize" -> authorize(exchange);
            case "/token" -> token(exchange);
            default -> json(exchange, 404, "{}");
        }
    }

    private void authorize(HttpExchange exchange) throws IOException {
        var query = read(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        asked.put(code, query);
        exchange.getResponseHeaders()
                .add(
                        "Location",
                        query.get("redirect_uri")
                                + "?code="
                                + code
                                + "&state="
                                + URLEncoder.encode(query.get("state"), UTF_8));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    /** Gives tokens once for a code, to whoever knows its verifier (PKCE). */
    private void token(HttpExchange exchange) throws IOException {
        var form = read(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        var query = asked.remove(form.get("code"));
        if (query == null
                || !hash(form.getOrDefault("code_verifier", ""))
                        .equals(query.get("code_challenge"))) {
            json(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        json(
                exchange,
                200,
                "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\""
                        + idToken(query)
                        + "\"}");
    }

    private String idToken(Map<String, String> query) {
        try {
            var claims =
                    new JWTClaimsSet.Builder()
                            .issuer(url())
                            .subject(subject)
                            .audience(query.get("client_id"))
                            .claim("nonce", query.get("nonce"))
                            .claim("name", name)
                            .claim("ci", person)
                            .claim("birthdate", person == null ? null : "1985-03-07")
                            .issueTime(new Date())
                            .expirationTime(new Date(System.currentTimeMillis() + 60_000))
                            .build();
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
            var token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(signing));
            return token.serialize();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String metadata() {
        return """
        {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",\
        "jwks_uri":"%1$s/jwks","response_types_supported":["code"],\
        "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"],\
        "token_endpoint_auth_methods_supported":["client_secret_basic"]}\
        """
                .formatted(url());
    }

    private static void json(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String hash(String verifier) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> read(String form) {
        return Arrays.stream(form.split("&"))
                .map(field -> field.split("=", 2))
                .collect(
                        Collectors.toMap(
                                field -> field[0], field -> URLDecoder.decode(field[1], UTF_8)));
    }
}
