package city.dure.intake;

import static city.dure.identity.TestSignIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.applications.Applications;
import city.dure.applications.TestApplications;
import city.dure.identity.AccountId;
import city.dure.identity.Passwords;
import city.dure.merchants.Business;
import city.dure.merchants.Member.Membership;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Who reads the closed entries in the history of an application or a shop. */
@PortalTest
class HistoryTests {
    private static final String SENT = "가맹점 신청서를 냈어요";
    private static final String JOINED = "함께 일하는 사람을 더했어요";

    @Autowired MockMvcTester mvc;
    @Autowired Applications applications;
    @Autowired Merchants merchants;
    @Autowired Passwords people;

    private final String name = "내력 있는 빵집 " + TestApplications.unique();

    @Test
    void ofAnApplicationIsForItsOwnerAndTheOfficers() {
        var owner = new Actor(account("citizen.lee").ref(), Role.CITIZEN);
        String ref = applications.submit(owner, TestApplications.bakery(name)).ref();
        await(ref, SENT);
        assertThat(seen(ref, "citizen.lee")).contains(SENT, name);
        assertThat(seen(ref, "officer2.merchants")).contains(SENT);
        for (String other : List.of("citizen.park", "desk.agent", "officer.votes", "")) {
            assertThat(seen(ref, other)).as(other).doesNotContain(SENT);
        }
    }

    @Test
    void ofAShopIsForThoseWhoWorkThereAndTheOfficers() {
        var officer = new Actor(account("officer.merchants").ref(), Role.MERCHANT_OFFICER);
        var business = Business.of(name, "bakery", "hosu", "한들시 호수로 12");
        var owner = account("citizen.lee");
        var shop = merchants.approve(officer, null, business, () -> "a-T", owner).merchant();
        merchants.addMember(officer, shop, account("citizen.kim"), Membership.CLERK);
        await(shop.ref(), JOINED);
        for (String member : List.of("citizen.lee", "citizen.kim", "officer2.merchants")) {
            assertThat(seen(shop.ref(), member)).as(member).contains(JOINED);
        }
        for (String other : List.of("citizen.park", "desk.agent", "officer.votes", "")) {
            assertThat(seen(shop.ref(), other)).as(other).doesNotContain(JOINED);
        }
    }

    private AccountId account(String username) {
        return people.find(username).orElseThrow().account();
    }

    /** Until it is sealed, which the officer sees. */
    private void await(String ref, String sentence) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!seen(ref, "officer.merchants").contains(sentence)) {
            assertThat(System.nanoTime()).as("sealed in time").isLessThan(end);
        }
    }

    private String seen(String ref, String username) {
        try {
            var request = mvc.get().uri("/ledger/history?subject=" + ref);
            var answer = (username.isEmpty() ? request : request.with(as(username))).exchange();
            assertThat(answer).hasStatusOk();
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
