package city.dure.people;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.access.AccessLog;
import city.dure.identity.Accounts;
import city.dure.identity.NewAccount;
import city.dure.identity.TestSignIn;
import city.dure.shared.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PortalTest
class AccessLogPagesTests {
    @Autowired MockMvcTester mvc;
    @Autowired Accounts accounts;
    @Autowired AccessLog log;

    @BeforeEach
    void somebodyComes() {
        String account = accounts.open(Actor.SYSTEM, new NewAccount("문지방", false)).ref();
        log.signedIn(account, "203.0.113.7");
    }

    @Test
    void showsWhatHappenedOnADay() {
        assertThat(page("")).bodyText().contains("문*방");
        assertThat(page("?what=signed-in")).bodyText().contains("문*방", "203.0.113.0/24");
        assertThat(page("?what=signed-out")).bodyText().doesNotContain("문지방", "문*방");
    }

    @Test
    void saysWhyItIsEmpty() {
        assertThat(page("?day=2020-01-01")).bodyText().contains("이 조건에 맞는 접속 기록이 없습니다", "조건 지우기");
    }

    @Test
    void takesWhatItCannotReadForAny() {
        assertThat(page("?day=yesterday&what=nothing")).hasStatusOk().bodyText().contains("문*방");
    }

    private MvcTestResult page(String query) {
        return mvc.get()
                .uri("/office/access-log" + query)
                .with(TestSignIn.as("auditor"))
                .exchange();
    }
}
