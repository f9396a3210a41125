package city.dure.turnoverlists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import city.dure.PortalTest;
import city.dure.Sealed;
import city.dure.TestForm;
import city.dure.eligibility.Declarations;
import city.dure.eligibility.Turnover;
import city.dure.history.Comparison;
import city.dure.history.Comparisons;
import city.dure.identity.AccountId;
import city.dure.identity.TestSignIn;
import city.dure.imports.ImportId;
import city.dure.imports.Imports;
import city.dure.imports.Run;
import city.dure.imports.StagedRow;
import city.dure.ledger.LedgerEntries;
import city.dure.merchants.Business;
import city.dure.merchants.Decisions;
import city.dure.merchants.MerchantId;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.uploads.UploadInspector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** Lists of turnovers through the whole engine, its worker being awake. */
@PortalTest
class TurnoverListTests {
    private static final Actor OFFICER = new Actor("u-TESTOFFICER", Role.MERCHANT_OFFICER);
    private static final String HEADER = "가게 번호,연도,연 매출(원),상호\n";

    @Autowired LedgerEntries entries;
    @Autowired MockMvcTester mvc;
    @Autowired Imports imports;
    @Autowired Comparisons comparisons;
    @Autowired TurnoverList list;
    @Autowired Merchants merchants;
    @Autowired Decisions decisions;
    @Autowired Declarations declarations;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;

    private final String tag = UUID.randomUUID().toString().substring(0, 8);
    private final int last = LocalDate.now(ZoneId.of("Asia/Seoul")).getYear() - 1;

    @Test
    void notesEachTurnoverOnce() {
        MerchantId first = shop("가");
        MerchantId second = shop("나");
        String rows =
                HEADER
                        + "%s,%d,\"1,200,000\",가 %s\n".formatted(first, last, tag)
                        + "%s,%d,7,\n".formatted(first, last - 1)
                        + "%s,%d,9,다른 이름\n".formatted(second, last)
                        + "%s,%d,9원,다른 이름\n".formatted(second, last);
        Run done = taken(rows);
        assertThat(done.done()).isEqualTo(new Run.Counts(3, 0, 1, 0, 2));
        assertThat(notes(done))
                .containsExactly("4 turnoverlists.note.name", "5 imports.note.repeat");
        assertThat(noted(first))
                .containsExactly(new Turnover(last, 1_200_000), new Turnover(last - 1, 7));
        assertThat(leaves(first)).hasSize(2);

        assertThat(taken(rows).done().nothing()).isTrue();
        assertThat(leaves(first)).hasSize(2);

        Run changed = taken(HEADER + "%s,%d,8,\n".formatted(first, last - 1));
        assertThat(changed.done()).isEqualTo(new Run.Counts(0, 1, 0, 0, 0));
        assertThat(noted(first))
                .containsExactly(new Turnover(last, 1_200_000), new Turnover(last - 1, 8));
        assertThat(leaves(first)).hasSize(3).noneMatch(leaf -> leaf.contains("1200000"));
    }

    @Test
    void refusesRowsOneByOne() {
        MerchantId open = shop("가");
        MerchantId closed = shop("나");
        decisions.close(OFFICER, closed, "owner_request", merchants.summary(closed).version());
        Run done =
                taken(
                        HEADER
                                + "m-0000000000000000000000000A,%d,1,\n".formatted(last)
                                + "%s,%d,1,\n".formatted(closed, last)
                                + "%s,%d,1,\n".formatted(open, last)
                                + "%s,%d,2,\n".formatted(open, last)
                                + "%s,%d,3억,\n".formatted(open, last - 1)
                                + "%s,%d,5,\n".formatted(open, last - 2));
        assertThat(notes(done))
                .containsExactly(
                        "2 turnoverlists.refused.unknown",
                        "3 turnoverlists.refused.closed",
                        "4 turnoverlists.refused.contradicts",
                        "5 turnoverlists.refused.contradicts",
                        "6 turnoverlists.refused.won.units");
        assertThat(noted(open)).containsExactly(new Turnover(last - 2, 5));
        assertThat(declarations.of(closed)).isEmpty();
    }

    @Test
    void readsJsonAsWell() {
        MerchantId shop = shop("가");
        Run done = taken("[{\"가게 번호\":\"%s\",\"연도\":%d,\"연 매출(원)\":1200}]".formatted(shop, last));
        assertThat(done.done().added()).isOne();
        assertThat(noted(shop)).containsExactly(new Turnover(last, 1_200));
    }

    @Test
    void saysWhatCannotBeDoneInsteadOfHalfDoingIt() {
        MerchantId shop = shop("가");
        Run done = taken(HEADER + "%s,%d,1,\n".formatted(shop, last));
        String path = "/office/imports/" + done.id();
        assertThat(mvc.get().uri(path).with(TestSignIn.as("officer.merchants")))
                .bodyText()
                .contains(
                        "통째로 되돌릴 수 없습니다", "연 매출 금액은 담당자와 그 가게의 점주만", "/office/eligibility/recheck")
                .doesNotContain(path + "/taking-back", "가게 찾기에 나옵니다");
        assertThat(TestForm.post(mvc, path + "/taking-back", "officer.merchants")).hasStatus(409);
        assertThat(imports.find(done.id()).state()).isEqualTo(Run.State.FINISHED);
        assertThat(declarations.of(shop)).hasSize(1);
    }

    /** From the hash of a file of one row its amount could be found by trying. */
    @Test
    void tellsNoHashOfItsFile() {
        Run done = taken(HEADER + "%s,%d,120000000,\n".formatted(shop("가"), last));
        Sealed.everything(jdbc);
        assertThat(entries.about(done.id().ref(), true, null, 10).rows())
                .isNotEmpty()
                .noneMatch(entry -> String.valueOf(entry.details()).contains(done.file().sha256()));
    }

    @Test
    void asksForWonAndSaysHowShopsAreKnownAgain() {
        MerchantId shop = shop("가");
        ImportId id = uploaded("가게 번호,연도,연 매출(천원)\n%s,%d,1\n".formatted(shop, last));
        String path = "/office/imports/" + id + "/columns";
        assertThat(mvc.get().uri("/office/imports/new").with(TestSignIn.as("officer.merchants")))
                .bodyText()
                .contains("value=\"turnovers\"", "value=\"businesses\"");
        assertThat(mvc.get().uri(path).with(TestSignIn.as("officer.merchants")))
                .bodyText()
                .contains("가게 번호와 연도가 같으면")
                .doesNotContain("사업자등록번호가 없는 목록");
        assertThat(
                        mvc.post()
                                .uri(path)
                                .param("operation", UUID.randomUUID().toString())
                                .param("source", "매출 " + tag)
                                .param("places", "", "0", "1", "2")
                                .with(TestSignIn.as("officer.merchants"))
                                .with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains("천원이나 억원 단위");
        assertThat(imports.find(id).state()).isEqualTo(Run.State.UPLOADED);
    }

    private Run taken(String content) {
        ImportId id = uploaded(content);
        List<String> header = imports.find(id).file().header();
        Map<String, Integer> columns = new LinkedHashMap<>();
        columns.put(Columns.NAME, header.indexOf("상호"));
        columns.put(Columns.SHOP, header.indexOf("가게 번호"));
        columns.put(Columns.YEAR, header.indexOf("연도"));
        columns.put(Columns.WON, header.indexOf("연 매출(원)"));
        columns.values().removeIf(place -> place < 0);
        transaction.executeWithoutResult(status -> imports.choose(id, columns, "매출 " + tag));
        await(id, Run.State.READY);
        transaction.executeWithoutResult(
                status -> comparisons.apply(OFFICER, id, Comparison.Decision.STAY, false));
        await(id, Run.State.FINISHED);
        return imports.find(id);
    }

    private ImportId uploaded(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return transaction.execute(status -> {
            try {
                var table = UploadInspector.inspect(() -> new ByteArrayInputStream(bytes));
                return imports.upload(
                        OFFICER, list, "turnover.csv", table, new ByteArrayInputStream(bytes));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void await(ImportId id, Run.State state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> imports.find(id).state() == state);
    }

    private List<String> notes(Run run) {
        return imports.rows(run, StagedRow.Filter.ALL, "", 0, 100).rows().stream()
                .flatMap(row ->
                        row.told().notes().stream()
                                .map(note -> row.line() + " " + note.reasonKey()))
                .toList();
    }

    private List<Turnover> noted(MerchantId shop) {
        return declarations.of(shop).stream().map(Declarations.Noted::turnover).toList();
    }

    private MerchantId shop(String name) {
        var business = Business.of(name + " " + tag, "bakery", "hosu", "한들시 호수로 1");
        var application = new AccountId(UUID.randomUUID());
        return merchants.approve(Actor.SYSTEM, null, business, application, application).merchant();
    }

    /** What the ledger publishes about the shop's turnovers. */
    private List<String> leaves(MerchantId shop) {
        Sealed.everything(jdbc);
        return jdbc.sql(
                        """
                        select e.leaf from ledger_entry e
                        join ledger_subject s on s.entry_id = e.id
                        where s.subject = ? and e.kind = 'eligibility.turnover_declared/1'
                        """)
                .param(shop.ref())
                .query((row, i) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                .list();
    }
}
