package city.dure.audit;

import static city.dure.identity.TestSignIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.access.Access;
import city.dure.access.AccessLog;
import city.dure.identity.Passwords;
import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerEntries;
import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerReceipt;
import city.dure.ledger.LedgerRecord;
import city.dure.ledger.SealedEntry;
import city.dure.shared.Actor;
import city.dure.shared.PublicId;
import city.dure.shared.Subject;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class LedgerPagesTests {
    private static final String CLOSED = "내용은 당사자와 맡은 담당자, 감사 담당자만 볼 수 있어요";

    @Autowired MockMvcTester mvc;
    @Autowired Ledger ledger;
    @Autowired LedgerEntries entries;
    @Autowired TransactionTemplate transaction;
    @Autowired AccessLog log;
    @Autowired Passwords passwords;

    private Thing thing;
    private SealedEntry shown;
    private SealedEntry hidden;

    record Thing(String ref) implements Subject {}

    @LedgerKind(value = "test.shown", open = true)
    record Shown(Thing thing, String colour) implements LedgerRecord {}

    @LedgerKind("test.hidden")
    record Hidden(Thing thing, String colour) implements LedgerRecord {}

    @BeforeEach
    void recordsOneOpenAndOneClosedEntry() {
        thing = new Thing(PublicId.write("t", UUID.randomUUID()));
        shown = seal(new Shown(thing, "violet"));
        hidden = seal(new Hidden(thing, "scarlet"));
    }

    @Test
    void showTheNewestFirst() {
        assertThat(page("/ledger"))
                .bodyText()
                .containsSubsequence(
                        "/ledger/entries/" + hidden.number(), "/ledger/entries/" + shown.number())
                .contains(CLOSED);
    }

    @Test
    void goOnByKey() {
        assertThat(page("/ledger?kind=test.hidden&after=" + hidden.number()))
                .bodyText()
                .doesNotContain("/ledger/entries/" + hidden.number() + "\"");
    }

    @Test
    void keepTheClosedEntriesAboutARecordFromTheOthers() {
        assertThat(page("/ledger?subject=" + thing.ref()))
                .bodyText()
                .contains("/ledger/entries/" + shown.number() + "\"")
                .doesNotContain("/ledger/entries/" + hidden.number() + "\"");
        assertThat(page("/ledger/history?subject=" + thing.ref()))
                .bodyText()
                .contains("/ledger/entries/" + shown.number() + "\"")
                .doesNotContain("/ledger/entries/" + hidden.number() + "\"");
    }

    @Test
    void sayAtTheFieldWhatCannotBeLookedFor() {
        assertThat(mvc.get().uri("/ledger?day=gestern&kind=no.kind&subject=x&after=z"))
                .hasStatus(422)
                .bodyText()
                .contains("연-월-일로", "없는 종류예요", "이 대상을 찾을 수 없어요", "처음부터 다시");
    }

    @Test
    void giveTheExactBytes() {
        var answer = mvc.get().uri("/ledger/entries/" + hidden.number() + "/leaf").exchange();
        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getContentAsByteArray()).isEqualTo(hidden.leaf());
        assertThat(new String(hidden.leaf(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("scarlet", thing.ref());
    }

    @Test
    void keepAClosedEntryClosed() {
        assertThat(page("/ledger/entries/" + hidden.number()))
                .bodyText()
                .contains(CLOSED)
                .doesNotContain("scarlet", thing.ref());
    }

    @Test
    void haveNoPageForANumberThatIsNotThere() {
        assertThat(mvc.get().uri("/ledger/entries/999999999")).hasStatus(404);
        assertThat(mvc.get().uri("/ledger/receipts/" + UUID.randomUUID())).hasStatus(404);
    }

    @Test
    void leadFromTheReceiptToTheEntry() {
        String receipt = "/ledger/receipts/" + shown.id();
        assertThat(mvc.get().uri(receipt))
                .hasStatus(302)
                .hasRedirectedUrl("/ledger/entries/" + shown.number());
        assertThat(mvc.get().uri(receipt).header("HX-Request", "true"))
                .hasStatusOk()
                .bodyText()
                .contains("호로 기록했어요")
                .doesNotContain("<html");
    }

    @Test
    void openClosedEntriesForTheAuditorOnly() {
        String entry = "/office/ledger/entries/" + hidden.number();
        assertThat(mvc.get().uri(entry).with(as("auditor")))
                .hasStatusOk()
                .bodyText()
                .doesNotContain(CLOSED);
        assertThat(mvc.get().uri(entry).with(as("officer.merchants"))).hasStatus(403);
        assertThat(mvc.get().uri("/office/ledger?subject=" + thing.ref()).with(as("auditor")))
                .bodyText()
                .contains("/office/ledger/entries/" + hidden.number() + "\"");
    }

    @Test
    void writeDownWhoOpenedClosedEntries() {
        String auditor = passwords.find("auditor").orElseThrow().account().ref();
        String list = "/office/ledger?subject=" + thing.ref();
        String entry = "/office/ledger/entries/" + hidden.number();
        for (String page : java.util.List.of(list, entry)) {
            mvc.get().uri(page).with(as("auditor")).exchange();
            var line = log.page(auditor, null, 1).rows().getFirst();
            assertThat(line.what()).isEqualTo(Access.What.OPENED);
            assertThat(line.about()).isEqualTo(page);
            assertThat(line.times()).isEqualTo(1);
        }

        mvc.get().uri("/office/ledger/entries/" + shown.number()).with(as("auditor")).exchange();

        assertThat(log.page(auditor, null, 1).rows().getFirst().about()).isEqualTo(entry);
        assertThat(mvc.get().uri("/office/access-log").with(as("auditor")))
                .bodyText()
                .contains("비공개 기록 열람", "href=\"" + entry + "\"");
    }

    @Test
    void exportWhatTheAuditorFiltered() {
        var answer =
                mvc.get()
                        .uri("/office/ledger/export?subject=" + thing.ref())
                        .with(as("auditor"))
                        .exchange();
        assertThat(answer).hasStatusOk().hasContentTypeCompatibleWith("text/csv");
        assertThat(answer).bodyText().startsWith("\ufeff").contains("scarlet", "violet");
        assertThat(answer.getResponse().getHeader("Content-Disposition")).contains(".csv");
    }

    @Test
    void drawTheSameSampleAgain() {
        String draw = "/office/ledger/sample?n=5&seed=42&size=" + entries.size();
        String first = text(mvc.get().uri(draw).with(as("auditor")).exchange());
        seal(new Shown(thing, "later"));
        String again = text(mvc.get().uri(draw).with(as("auditor")).exchange());
        assertThat(numbers(first)).isNotEmpty().isEqualTo(numbers(again));
        assertThat(mvc.get().uri("/office/ledger/sample?n=0&seed=x&size=0").with(as("auditor")))
                .hasStatus(422)
                .bodyText()
                .contains("표본 수는 1부터", "정수로", "장부 크기는 1부터");
    }

    private MvcTestResult page(String uri) {
        var answer = mvc.get().uri(uri).exchange();
        assertThat(answer).hasStatusOk();
        assertThat(answer).bodyText().doesNotContain("??", "th:");
        return answer;
    }

    private static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static java.util.List<String> numbers(String page) {
        return java.util.regex.Pattern.compile("/office/ledger/entries/([0-9]+)")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
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
