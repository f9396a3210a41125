package city.dure.listings;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.Sealed;
import city.dure.imports.ImportId;
import city.dure.imports.ImportRow;
import city.dure.imports.ImportRun;
import city.dure.imports.RowNote;
import city.dure.imports.RowOutcome;
import city.dure.merchants.MerchantStatus;
import city.dure.merchants.MerchantSummary;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class BusinessListTests {
    private static final Actor OFFICER = new Actor("u-TESTOFFICER", Role.MERCHANT_OFFICER);

    @Autowired BusinessList list;
    @Autowired Merchants merchants;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;

    private String unique = "";

    @BeforeEach
    void namesOfTheirOwn() {
        unique = UUID.randomUUID().toString().substring(0, 12);
    }

    @Test
    void listsABusinessWithOneEntry() {
        var run = run();
        assertThat(kinds(apply(run, row(Map.of())))).containsExactly(RowOutcome.Kind.NEW);
        assertThat(found().business().latitude()).isEqualTo(37.61);
        assertThat(entries(run)).isEqualTo(1);
    }

    @Test
    void changesNothingWhenTheSameListComesAgain() {
        apply(run(), row(Map.of()));
        var again = run();
        assertThat(kinds(apply(again, row(Map.of())))).containsExactly(RowOutcome.Kind.UNCHANGED);
        assertThat(entries(again)).isZero();
    }

    @Test
    void changesOnlyWhatChanged() {
        apply(run(), row(Map.of()));
        var newer = run();
        assertThat(kinds(apply(newer, row(Map.of(Columns.PHONE, "978-7464")))))
                .containsExactly(RowOutcome.Kind.CHANGED);
        assertThat(found().business().phone()).isEqualTo("978-7464");
        assertThat(entries(newer)).isEqualTo(1);
    }

    @Test
    void changesNothingInATrialRun() {
        var outcomes = list.preview(run(), List.of(row(Map.of())));
        assertThat(kinds(outcomes)).containsExactly(RowOutcome.Kind.NEW);
        assertThat(merchants.search(unique, 5)).isEmpty();
    }

    @Test
    void keepsAClosedBusinessOutOfTheFinderAndSaysSo() {
        var closed = row(Map.of(Columns.STATE, "폐업", Columns.CLOSED_ON, "2020.12.2"));
        assertThat(reasons(apply(run(), closed))).containsExactly("listings.note.closed");
        assertThat(merchants.search(unique, 5)).isEmpty();
    }

    @Test
    void dropsAPointThatManyBuildingsShareAndSaysSo() {
        var crowded = new ImportRow(7, cells(Map.of()), BusinessRows.CROWD);
        assertThat(reasons(apply(run(), crowded))).containsExactly("listings.note.crowded");
        assertThat(found().business().latitude()).isNull();
    }

    @Test
    void keepsAPointThatOneBuildingLessShares() {
        apply(run(), new ImportRow(7, cells(Map.of()), BusinessRows.CROWD - 1));
        assertThat(found().business().latitude()).isNotNull();
    }

    @Test
    void keepsACategoryThatTheCityDoesNotKnowUnderOtherAndSaysSo() {
        var strange = row(Map.of(Columns.CATEGORY, "우주선 정비업"));
        var outcomes = apply(run(), strange);
        assertThat(outcomes.getFirst().notes())
                .containsExactly(
                        new RowNote(
                                Columns.CATEGORY, "우주선 정비업", "listings.note.category", List.of()));
        assertThat(found().business().category()).isEqualTo("other");
        assertThat(found().business().categoryText()).isEqualTo("우주선 정비업");
    }

    @Test
    void saysOfWhichColumnAnUnknownCategoryIs() {
        var detail = row(Map.of(Columns.CATEGORY, "", Columns.DETAIL, "02(우주선)"));
        var notes = list.preview(run(), List.of(detail)).getFirst().notes();
        assertThat(notes).extracting(RowNote::column).containsExactly(Columns.DETAIL);
        assertThat(notes).extracting(RowNote::value).containsExactly("02(우주선)");
    }

    @Test
    void saysNothingOfACategoryThatEitherColumnExplainsOrNoneTells() {
        var known = row(Map.of(Columns.CATEGORY, "우주선 정비업", Columns.DETAIL, "커피숍"));
        var other = row(Map.of(Columns.CATEGORY, "기타"));
        var untold = row(Map.of(Columns.CATEGORY, ""));
        assertThat(reasons(list.preview(run(), List.of(known)))).isEmpty();
        assertThat(reasons(list.preview(run(), List.of(other)))).isEmpty();
        assertThat(reasons(list.preview(run(), List.of(untold)))).isEmpty();
    }

    @Test
    void leavesAMerchantAloneAndSaysThatItsListClosedIt() {
        apply(run(), row(Map.of()));
        var listed = found();
        merchants.approve(OFFICER, listed.id(), listed.business(), () -> "a-T", () -> "u-T");
        var closed = row(Map.of(Columns.STATE, "폐업", Columns.NAME, "가게 " + unique));
        assertThat(reasons(apply(run(), closed))).containsExactly("listings.note.closed_merchant");
        assertThat(found().status()).isEqualTo(MerchantStatus.APPROVED);
    }

    @Test
    void doesNotSayHowItListsAMerchantThatItLeavesAlone() {
        var odd =
                row(
                        Map.of(
                                Columns.CATEGORY, "우주선 정비업",
                                Columns.LATITUDE, "0",
                                Columns.PHONE, "1".repeat(41)));
        assertThat(reasons(apply(run(), odd)))
                .containsExactly(
                        "listings.note.category",
                        "listings.note.far_away",
                        "listings.note.left_out");
        var listed = found();
        merchants.approve(OFFICER, listed.id(), listed.business(), () -> "a-T", () -> "u-T");
        assertThat(reasons(list.preview(run(), List.of(odd))))
                .containsExactly("listings.note.merchant");
    }

    @Test
    void refusesARowWithoutNameOrAddress() {
        var refusals =
                list.check(run(), new ImportRow(3, Map.of(Columns.PHONE, "1"), 0)).refusals();
        assertThat(refusals)
                .extracting(RowNote::reasonKey)
                .containsExactly("listings.refused.name", "listings.refused.address");
    }

    @Test
    void knowsABusinessByItsNumberWhateverItIsCalled() {
        var numbered = Map.of(Columns.NUMBER, "123-45-67891");
        var renamed = Map.of(Columns.NUMBER, "1234567891", Columns.NAME, "새 이름");
        assertThat(list.check(run(), row(numbered)).key())
                .isEqualTo(list.check(run(), row(renamed)).key())
                .doesNotContain("1234567891");
    }

    private List<RowOutcome> apply(ImportRun run, ImportRow... rows) {
        return transaction.execute(status -> list.apply(OFFICER, run, List.of(rows)));
    }

    private MerchantSummary found() {
        var found = merchants.search(unique, 5);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private long entries(ImportRun run) {
        Sealed.everything(jdbc);
        return jdbc.sql("select count(*) from ledger_subject where subject = ?")
                .param(run.id().ref())
                .query(Long.class)
                .single();
    }

    private ImportRow row(Map<String, String> changed) {
        return new ImportRow(2, cells(changed), 1);
    }

    private Map<String, String> cells(Map<String, String> changed) {
        var cells = new HashMap<String, String>();
        cells.put(Columns.NAME, "가게 " + unique);
        cells.put(Columns.ROAD, "경기도 고양시 덕양구 무원로6번길 36 (행신동)");
        cells.put(Columns.CATEGORY, "노래연습장업");
        cells.put(Columns.LATITUDE, "37.61");
        cells.put(Columns.LONGITUDE, "126.83");
        cells.putAll(changed);
        return cells;
    }

    private static ImportRun run() {
        return new ImportRun(ImportId.random(), "시험 목록");
    }

    private static List<RowOutcome.Kind> kinds(List<RowOutcome> outcomes) {
        return outcomes.stream().map(RowOutcome::kind).toList();
    }

    private static List<String> reasons(List<RowOutcome> outcomes) {
        return outcomes.stream()
                .flatMap(outcome -> outcome.notes().stream())
                .map(RowNote::reasonKey)
                .toList();
    }
}
