package city.dure.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Pays without a phone: the demo's till takes the card that its sign-in page names. */
class TillTests extends BrowserTest {
    private static final Pattern CARD = Pattern.compile("9410(-[0-9]{4}){3}");

    @Test
    void takesTheCardOfTheSignInPage() throws Exception {
        try (Visitor visitor = visitor()) {
            visitor.open("/oauth2/authorization/dure");
            visitor.sees("온달과일");
            String page = visitor.page().locator("main").innerText();
            var card = CARD.matcher(page);
            assertThat(card.find()).isTrue();
            URI portal = URI.create(visitor.page().url()).resolve("/");
            String token = JsonPath.read(token(portal), "$.access_token");
            String body = "{\"card\":\"%s\",\"amount\":3000}".formatted(card.group());
            var answer = send(portal, "api/v1/payments", token, body);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            String shop = JsonPath.read(answer.body(), "$.shop");
            visitor.open("/merchants/" + shop);
            visitor.sees("온달과일");
        }
        try (Visitor holder = visitor()) {
            holder.enterAs("citizen.park");
            holder.open("/me/wallet/statement");
            holder.sees("-3,000원");
        }
    }

    private static String token(URI portal) throws IOException, InterruptedException {
        String secret =
                Base64.getEncoder().encodeToString("demo-pos:demo-pos-secret".getBytes(UTF_8));
        var request =
                HttpRequest.newBuilder(portal.resolve("oauth2/token"))
                        .header("Authorization", "Basic " + secret)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials"));
        return sent(request).body();
    }

    private static HttpResponse<String> send(URI portal, String path, String token, String body)
            throws IOException, InterruptedException {
        return sent(
                HttpRequest.newBuilder(portal.resolve(path))
                        .header("Authorization", "Bearer " + token)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> sent(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
