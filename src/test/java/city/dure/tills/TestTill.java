package city.dure.tills;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.dure.merchants.MerchantId;
import java.util.Base64;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The machine {@code demo-pos} at the counter of any shop. */
@Component
public class TestTill {
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    private final Tills tills;

    TestTill(Tills tills) {
        this.tills = tills;
    }

    /** Puts it into a shop. */
    public void standsIn(MerchantId shop) {
        tills.bind("demo-pos", shop);
    }

    /** A machine's token. */
    static String token(MockMvcTester mvc, String client) throws Exception {
        String basic = client + ":" + client + "-secret";
        String answer =
                mvc.post()
                        .uri("/oauth2/token")
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder().encodeToString(basic.getBytes(UTF_8)))
                        .param("grant_type", "client_credentials")
                        .exchange()
                        .getResponse()
                        .getContentAsString();
        var found = TOKEN.matcher(answer);
        assertThat(found.find()).as(answer).isTrue();
        return found.group(1);
    }

    /** What the API answers. */
    static MvcTestResult send(
            MockMvcTester mvc, String token, String path, String key, String body) {
        return mvc.post()
                .uri("/api/v1/" + path)
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
