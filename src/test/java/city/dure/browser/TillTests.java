package city.dure.browser;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.tills.TillClient;
import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Pays without a phone: the demo's till takes the card that its sign-in page names. */
class TillTests extends BrowserTest {
    private static final Pattern CARD = Pattern.compile("9410(-[0-9]{4}){3}");
    private static final int CUT = 200;

    @Test
    void takesTheCardOfTheSignInPage() throws Exception {
        try (Visitor visitor = visitor()) {
            String card = card(visitor);
            try (var till = new TillClient(portal(visitor))) {
                var answer = till.pay(UUID.randomUUID().toString(), card, 3_000);
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
                String shop = JsonPath.read(answer.body(), "$.shop");
                visitor.open("/merchants/" + shop);
                visitor.sees("온달과일");
            }
        }
        try (Visitor holder = visitor()) {
            holder.enterAs("citizen.park");
            holder.open("/me/wallet/statement");
            holder.sees("-3,000원");
        }
    }

    /** The till hung up before the answer came: it asks again, and hears what was done once. */
    @Test
    void tellsAgainWhoNeverHeard() throws Exception {
        try (Visitor visitor = visitor()) {
            String card = card(visitor);
            try (var till = new TillClient(portal(visitor))) {
                long before = till.usable(card);
                for (int i = 0; i < CUT; i++) {
                    String key = UUID.randomUUID().toString();
                    till.payAndHangUp(key, card, 1);
                    String first = heard(till, key, card);
                    assertThat(heard(till, key, card)).isEqualTo(first);
                }
                assertThat(before - till.usable(card)).isEqualTo(CUT);
            }
        }
    }

    /** The answer, also where the first time is still worked on. */
    private static String heard(TillClient till, String key, String card) throws Exception {
        var answer = till.pay(key, card, 1);
        while (answer.statusCode() == 409) {
            Thread.sleep(100);
            answer = till.pay(key, card, 1);
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.body();
    }

    private static String card(Visitor visitor) {
        visitor.open("/oauth2/authorization/dure");
        visitor.sees("온달과일");
        var card = CARD.matcher(visitor.page().locator("main").innerText());
        assertThat(card.find()).isTrue();
        return card.group();
    }

    private static URI portal(Visitor visitor) {
        return URI.create(visitor.page().url()).resolve("/");
    }
}
