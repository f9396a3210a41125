package city.dure.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every kind of person goes past every page of the portal. */
class EveryPageTests extends BrowserTest {
    /** Parts that htmx takes into pages, errors in place, and what waits part of a second. */
    private static final Set<String> NOT_BY_ADDRESS =
            Set.of(
                    "/ledger/history",
                    "/office/imports/{id}/progress",
                    "/shop/{id}/payments/incoming",
                    "/error",
                    "/ledger/receipts/{id}");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Autowired MockMvcTester mvc;

    @Test
    void keepsNobodyOut() {
        var barriers = new Barriers();
        var rounds = new Rounds(BrowserTest::visitor, mvc, barriers);
        rounds.go();

        assertThat(barriers.found()).isEmpty();
        assertThat(new Views(handlers).unseen(rounds.seen()))
                .as("pages that nobody looks at; add them to Rounds")
                .isSubsetOf(NOT_BY_ADDRESS);
    }

    @Test
    void noticesAPageThatNobodyLooksAt() {
        assertThat(new Views(handlers).unseen(Set.of("/", "/merchants/m-1", "/merchants.csv")))
                .contains("/merchants", "/office/staff/{id}")
                .doesNotContain("/", "/merchants/{id}", "/merchants.csv");
    }

    /** Pictures for people to look at, in {@code target/screens}. */
    @Test
    @Tag("tour")
    void isPhotographed() {
        new Rounds(BrowserTest::visitor, mvc, new Camera()).go();
    }
}
