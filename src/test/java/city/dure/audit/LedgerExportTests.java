package city.dure.audit;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.audit.LedgerPagesTests.Hidden;
import city.dure.audit.LedgerPagesTests.Shown;
import city.dure.audit.LedgerPagesTests.Thing;
import city.dure.ledger.EntryFilter;
import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerEntries;
import city.dure.ledger.LedgerReceipt;
import city.dure.ledger.LedgerRecord;
import city.dure.ledger.SealedEntry;
import city.dure.shared.Actor;
import city.dure.shared.PublicId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** The explorer's list as a file that anybody may have. */
@PortalTest
class LedgerExportTests {
    @Autowired MockMvcTester mvc;
    @Autowired Ledger ledger;
    @Autowired LedgerEntries entries;
    @Autowired EntryCsv csv;
    @Autowired TransactionTemplate transaction;

    private Thing thing;
    private SealedEntry shown;
    private SealedEntry hidden;

    @BeforeEach
    void recordsOneOpenAndOneClosedEntry() {
        thing = new Thing(PublicId.write("t", UUID.randomUUID()));
        shown = seal(new Shown(thing, "violet"));
        hidden = seal(new Hidden(thing, "scarlet"));
    }

    @Test
    void handTheListOutAsItIsTold() {
        var answer = mvc.get().uri("/ledger.csv?subject=" + thing.ref()).exchange();
        assertThat(answer).hasStatusOk().hasContentTypeCompatibleWith("text/csv");
        assertThat(answer)
                .bodyText()
                .startsWith("\ufeff번호,")
                .contains("\n" + shown.number() + ",")
                .doesNotContain("\n" + hidden.number() + ",", "scarlet");
        assertThat(answer.getResponse().getHeader("Content-Disposition"))
                .startsWith("attachment; filename=\"ledger.csv\"");
        assertThat(mvc.get().uri("/ledger.csv?kind=test.hidden"))
                .bodyText()
                .contains("\n" + hidden.number() + ",")
                .doesNotContain("\n" + shown.number() + ",", "scarlet", thing.ref());
        var wrong = mvc.get().uri("/ledger.csv?day=gestern").exchange();
        assertThat(wrong).hasStatus(422);
        assertThat(wrong.getResponse().isCommitted()).as("left to the error page").isTrue();
        assertThat(mvc.get().uri("/ledger")).bodyText().contains("최근 5,000건까지");
    }

    @Test
    void handOutNoMoreThanTheStatedNumber() throws Exception {
        seal(new Shown(thing, "amber"));
        var filter = new EntryFilter(null, null, thing.ref(), null, null, null, false);
        var response = new MockHttpServletResponse();
        csv.tell(response, filter, 1, Reader.PUBLIC, Locale.KOREAN);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8).lines()).hasSize(2);
        response = new MockHttpServletResponse();
        csv.tell(response, filter, 5, Reader.PUBLIC, Locale.KOREAN);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8).lines()).hasSize(3);
    }

    private SealedEntry seal(LedgerRecord event) {
        LedgerReceipt receipt =
                Objects.requireNonNull(
                        transaction.execute(status -> ledger.record(Actor.SYSTEM, event)));
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < end) {
            var sealed = entries.find(receipt.entry());
            if (sealed.isPresent()) {
                return sealed.get();
            }
        }
        throw new AssertionError("not sealed in time");
    }
}
