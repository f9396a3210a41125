package city.dure.tills;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;

/** The machine {@code demo-pos} on the network, with a token of its own. */
public final class TillClient implements AutoCloseable {
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final URI portal;
    private volatile String token;

    /** Signs in at a portal, such as {@code http://127.0.0.1:8080/}. */
    public TillClient(URI portal) throws IOException, InterruptedException {
        this.portal = portal;
        this.token = token();
    }

    private String token() throws IOException, InterruptedException {
        String secret =
                Base64.getEncoder().encodeToString("demo-pos:demo-pos-secret".getBytes(UTF_8));
        var request =
                HttpRequest.newBuilder(portal.resolve("/oauth2/token"))
                        .header("Authorization", "Basic " + secret)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                        .build();
        return JsonPath.read(http.send(request, BodyHandlers.ofString()).body(), "$.access_token");
    }

    /** Pays by a card. */
    public HttpResponse<String> pay(String key, String card, long amount)
            throws IOException, InterruptedException {
        return post("/api/v1/payments", key, body(card, amount));
    }

    /** What a card can pay, in won. */
    public long usable(String card) throws IOException, InterruptedException {
        String answer =
                post("/api/v1/card-balances", "none", "{\"card\":\"%s\"}".formatted(card)).body();
        return JsonPath.<Number>read(answer, "$.usable").longValue();
    }

    /** Pays, and hangs up without hearing the answer. */
    public void payAndHangUp(String key, String card, long amount) throws IOException {
        String body = body(card, amount);
        String request =
                """
                POST /api/v1/payments HTTP/1.1\r
                Host: %s:%d\r
                Authorization: Bearer %s\r
                Idempotency-Key: %s\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                %s\
                """
                        .formatted(
                                portal.getHost(),
                                portal.getPort(),
                                token,
                                key,
                                body.length(),
                                body);
        try (var socket = new Socket(portal.getHost(), portal.getPort())) {
            socket.setSoLinger(true, 0); // Closed hard: what comes back meets nobody
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.getOutputStream().flush();
        }
    }

    /** A token lasts some minutes; then another is asked for, as a till does. */
    private HttpResponse<String> post(String path, String key, String body)
            throws IOException, InterruptedException {
        var answer = sent(path, key, body);
        if (answer.statusCode() != HttpURLConnection.HTTP_UNAUTHORIZED) {
            return answer;
        }
        token = token();
        return sent(path, key, body);
    }

    private HttpResponse<String> sent(String path, String key, String body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(portal.resolve(path))
                        .header("Authorization", "Bearer " + token)
                        .header("Idempotency-Key", key)
                        .header("Content-Type", "application/json")
                        .timeout(Duration.ofSeconds(30))
                        .POST(BodyPublishers.ofString(body))
                        .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static String body(String card, long amount) {
        return "{\"card\":\"%s\",\"amount\":%d}".formatted(card, amount);
    }

    @Override
    public void close() {
        http.close();
    }
}
