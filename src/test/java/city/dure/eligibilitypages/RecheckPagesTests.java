package city.dure.eligibilitypages;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.Statements;
import city.dure.eligibility.Declarations;
import city.dure.eligibility.Turnover;
import city.dure.identity.AccountId;
import city.dure.identity.TestSignIn;
import city.dure.merchants.Business;
import city.dure.merchants.MerchantId;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Names begin with a sign that sorts first, as others share this city. */
@PortalTest
class RecheckPagesTests {
    private static final String PATH = "/office/eligibility/recheck";
    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]*after=m-[^\"]*)\"");

    @Autowired MockMvcTester mvc;
    @Autowired Merchants merchants;
    @Autowired Declarations declarations;

    private final String name = "!" + UUID.randomUUID();
    private final int last = LocalDate.now(ZoneId.of("Asia/Seoul")).getYear() - 1;

    @Test
    void listsWhoDeclaredNothingForTheLastYear() throws Exception {
        MerchantId never = approved(name + " 없음");
        MerchantId older = approved(name + " 예전");
        declarations.declare(Actor.SYSTEM, older, new Turnover(last - 1, 7_654_321));
        MerchantId done = approved(name + " 됨");
        declarations.declare(Actor.SYSTEM, done, new Turnover(last, 5));
        String csv = get(PATH + ".csv?category=bakery&district=hosu");
        assertThat(csv)
                .startsWith("\uFEFF가게 번호,상호,업종,동네,마지막으로 신고한 연도,마지막으로 신고한 금액(원),연도,연 매출(원)\r\n")
                .contains(never + "," + name + " 없음,제과,호수동,,," + last + ",\r\n")
                .contains(older + "," + name + " 예전,제과,호수동," + (last - 1) + ",7654321," + last)
                .doesNotContain(done.ref());
        assertThat(get(PATH + ".csv?district=narae")).doesNotContain(name);
        declarations.declare(Actor.SYSTEM, never, new Turnover(last, 0));
        assertThat(get(PATH + ".csv")).doesNotContain(never.ref());
    }

    @Test
    void goesOnByKeyAndLeadsToWhereItIsEntered() throws Exception {
        for (int i = 100; i < 151; i++) {
            approved(name + " " + i);
        }
        // Whatever other tests left open stands before or behind these.
        String page = get(PATH + "?category=bakery");
        var found = new ArrayList<String>();
        for (int i = 0; i < 50 && !page.contains(name + " 150"); i++) {
            found.add(page);
            var next = NEXT.matcher(page);
            assertThat(next.find()).isTrue();
            page = get(next.group(1).replace("&amp;", "&"));
        }
        assertThat(found).isNotEmpty();
        assertThat(page).contains(name + " 150", "/eligibility\">").doesNotContain("곳이 넘습니다");
        assertThat(get(PATH)).contains("신고한 적 없음", "target=turnovers");
    }

    @Test
    void saysWhyItIsEmpty() throws Exception {
        assertThat(get(PATH + "?category=no-such-category"))
                .contains("이 업종과 동네에는 확인할 가게가 없습니다", "모두 보기")
                .doesNotContain(PATH + ".csv");
    }

    @Test
    void asksNoMoreForMany() throws Exception {
        approved(name + " 1");
        get(PATH);
        int few = statements();
        for (int i = 2; i < 20; i++) {
            approved(name + " " + i);
        }
        assertThat(statements()).isEqualTo(few).isLessThanOrEqualTo(11);
    }

    private int statements() throws Exception {
        try (var heard = Statements.listen()) {
            get(PATH);
            return heard.heard().size();
        }
    }

    private String get(String path) throws Exception {
        var answer = mvc.get().uri(path).with(TestSignIn.as("officer.merchants")).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private MerchantId approved(String called) {
        var owner = new AccountId(UUID.randomUUID());
        var business = Business.of(called, "bakery", "hosu", "한들시 호수로 1");
        return merchants.approve(Actor.SYSTEM, null, business, owner, owner).merchant();
    }
}
