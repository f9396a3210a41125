package city.dure.portal;

import static city.dure.identity.TestSignIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.Statements;
import city.dure.ledger.LedgerEntries;
import city.dure.merchants.Business;
import city.dure.merchants.Decisions;
import city.dure.merchants.MerchantId;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A longer list asks the database no more often than a short one. */
@PortalTest
class StatementCountTests {
    private static final Actor OFFICER = new Actor("u-TESTOFFICER", Role.MERCHANT_OFFICER);

    @Autowired MockMvcTester mvc;
    @Autowired Merchants merchants;
    @Autowired Decisions decisions;
    @Autowired LedgerEntries entries;

    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private int turned;

    @ParameterizedTest
    @CsvSource({
        "/ledger?subject=%s, officer.merchants, 13",
        "/ledger?subject=%s, '', 12",
        "/ledger/history?subject=%s, officer.merchants, 10",
        "/office/ledger?subject=%s, auditor, 13"
    })
    void ofAHistory(String page, String username, int atMost) {
        MerchantId shop = shop("1호점");
        turn(shop, 2);
        String path = page.formatted(shop.ref());
        statements(path, username);
        var few = statements(path, username);
        turn(shop, 14);
        assertThat(statements(path, username)).hasSameSizeAs(few).hasSizeLessThanOrEqualTo(atMost);
    }

    @Test
    void ofOneEntry() {
        MerchantId shop = shop("1호점");
        turn(shop, 1);
        long number = entries.about(shop.ref(), true, null, 1).rows().getFirst().number();
        assertThat(statements("/ledger/entries/" + number, "officer.merchants"))
                .hasSizeLessThanOrEqualTo(11);
        assertThat(statements("/office/ledger/entries/" + number, "auditor"))
                .hasSizeLessThanOrEqualTo(11);
    }

    @ParameterizedTest
    @CsvSource({
        "/merchants?q=, '', 6",
        "/merchants?accepts=general&q=, '', 7",
        "/office/merchants?q=, officer.merchants, 9"
    })
    void ofAListOfShops(String page, String username, int atMost) {
        shop("1호점");
        shop("2호점");
        String path = page + unique;
        statements(path, username);
        var few = statements(path, username);
        for (int i = 3; i < 18; i++) {
            shop(i + "호점");
        }
        assertThat(statements(path, username)).hasSameSizeAs(few).hasSizeLessThanOrEqualTo(atMost);
    }

    /** Each of a filter's states is asked for once; what it finds does not matter. */
    @ParameterizedTest
    @CsvSource({
        "/office/imports, 9",
        "/office/imports?state=under-way, 14",
        "/office/imports.csv?state=to-decide, 9",
        "/ledger.csv?kind=merchant.resumed, 8"
    })
    void ofWhatAnOfficerAsksFor(String path, int atMost) {
        statements(path, "officer.merchants");
        assertThat(statements(path, "officer.merchants")).hasSizeLessThanOrEqualTo(atMost);
    }

    /** Fifty citizens, or one of them, or none. */
    @ParameterizedTest
    @CsvSource({"/office/citizens", "/office/citizens?district=hosu&level=2&listed=true"})
    void ofTheRegister(String path) {
        statements(path, "officer.programs");
        assertThat(statements(path, "officer.programs")).hasSizeLessThanOrEqualTo(8);
    }

    private List<String> statements(String path, String username) {
        try (var statements = Statements.listen()) {
            var request = mvc.get().uri(path);
            assertThat(username.isEmpty() ? request : request.with(as(username))).hasStatusOk();
            assertThat(statements.heard()).isNotEmpty();
            return statements.heard();
        }
    }

    private MerchantId shop(String name) {
        var business = Business.of(unique + " " + name, "bakery", "hosu", "한들시 호수로 12");
        return merchants
                .approve(OFFICER, null, business, () -> "a-T", () -> "u-" + UUID.randomUUID())
                .merchant();
    }

    /** Suspends and resumes the shop, and waits until its history is sealed. */
    private void turn(MerchantId shop, int times) {
        turned += times;
        for (int i = 0; i < times; i++) {
            decisions.suspend(OFFICER, shop, "papers", merchants.summary(shop).version());
            decisions.resume(OFFICER, shop, merchants.summary(shop).version());
        }
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (sealed(shop) < 1 + 2 * turned) {
            assertThat(System.nanoTime()).as("sealed in time").isLessThan(end);
        }
    }

    private int sealed(MerchantId shop) {
        return entries.about(shop.ref(), true, null, 100).rows().size();
    }
}
