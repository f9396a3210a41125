package city.dure.finder;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.eligibility.Declarations;
import city.dure.eligibility.Rules;
import city.dure.eligibility.Turnover;
import city.dure.identity.AccountId;
import city.dure.identity.TestSignIn;
import city.dure.merchants.Business;
import city.dure.merchants.MerchantId;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * Shops that accept a kind of money, in the list, its file and the map; by the guideline's ceiling.
 */
@PortalTest
class AcceptsTests {
    @Autowired MockMvcTester mvc;
    @Autowired Merchants merchants;
    @Autowired Declarations declarations;

    private final String tag = UUID.randomUUID().toString().substring(0, 8);
    private final String small = "작은가게 " + tag;
    private final String large = "큰가게 " + tag;

    @BeforeEach
    void approvesTwoShops() {
        approved(small);
        int last = LocalDate.now(ZoneId.of("Asia/Seoul")).getYear() - 1;
        declarations.declare(
                Actor.SYSTEM, approved(large), new Turnover(last, Rules.NATIONAL_CEILING + 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/merchants",
                "/merchants.csv",
                "/merchants/map",
                "/merchants/map/points",
                "/office/merchants",
                "/office/merchants.csv",
                "/office/merchants/map/points"
            })
    void areFoundByTheMoneyTheyAccept(String path) throws Exception {
        assertThat(get(path + "?q=" + tag)).contains(small, large);
        assertThat(get(path + "?q=" + tag + "&accepts=general"))
                .contains(small)
                .doesNotContain(large);
        assertThat(get(path + "?q=" + tag + "&accepts=policy")).contains(small, large);
        assertThat(get(path + "?q=" + tag + "&accepts=gold")).contains(small, large);
    }

    @Test
    void keepTheChoiceInTheLinks() throws Exception {
        String page = get("/merchants?q=" + tag + "&accepts=general");
        assertThat(page)
                .contains("<option value=\"general\" selected=\"selected\">충전금")
                .contains("/merchants.csv?q=" + tag + "&amp;accepts=general")
                .contains("/merchants/map?q=" + tag + "&amp;accepts=general");
    }

    private String get(String path) throws UnsupportedEncodingException {
        var request = mvc.get().uri(path);
        var answer =
                path.startsWith("/office")
                        ? request.with(TestSignIn.as("officer.merchants")).exchange()
                        : request.exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private MerchantId approved(String name) {
        var owner = new AccountId(UUID.randomUUID());
        var business =
                new Business(
                        name, "bakery", null, "hosu", "한들시 호수로 1", null, null, null, 37.5, 127.0);
        return merchants.approve(Actor.SYSTEM, null, business, owner, owner).merchant();
    }
}
