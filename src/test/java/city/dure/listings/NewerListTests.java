package city.dure.listings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.dure.history.Comparison;
import city.dure.history.Comparison.Decision;
import city.dure.imports.ImportId;
import city.dure.imports.RowNote;
import city.dure.imports.Run;
import city.dure.imports.StagedRow;
import city.dure.merchants.MerchantStatus;
import city.dure.web.Conflict;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class NewerListTests extends ListsAtWork {
    @Test
    void isComparedToTheLastKeyBeforeAnythingHappens() {
        var lists = new Snapshots(20261121, tag, 1_700);
        taken(source, lists.older);
        ImportId newer = tried(source, lists.newer);

        assertThat(names(newer, StagedRow.Filter.NEW)).isEqualTo(lists.added);
        assertThat(names(newer, StagedRow.Filter.CHANGED)).isEqualTo(lists.changed);
        assertThat(names(newer, StagedRow.Filter.UNCHANGED)).isEqualTo(lists.same);
        assertThat(gone(newer)).isEqualTo(lists.gone);
        assertThat(comparisons.find(newer))
                .isEqualTo(
                        new Comparison(
                                1_700,
                                1_700 - lists.gone.size(),
                                lists.gone.size(),
                                lists.gone.size(),
                                0,
                                Decision.STAY));
        assertThat(shops(MerchantStatus.LISTED)).hasSize(1_700);
        assertThat(kinds(newer)).isEmpty();
    }

    @Test
    void tellsWhichFieldsChangeAndWhatTheyAreNow() {
        taken(source, one("000-1111", "영업"));
        ImportId newer = tried(source, one("000-2222", "폐업"));
        var row =
                imports.rows(imports.find(newer), StagedRow.Filter.CHANGED, "", 0, 5)
                        .rows()
                        .getFirst();
        assertThat(row.told().notes())
                .contains(
                        new RowNote(
                                Columns.PHONE,
                                "000-2222",
                                "imports.note.changed",
                                java.util.List.of("000-1111"),
                                "000-1111"),
                        new RowNote(
                                Columns.STATE,
                                "",
                                "listings.note.closes",
                                java.util.List.of(),
                                "listed"));
        assertThat(imports.find(newer).trial()).isEqualTo(new Run.Counts(0, 1, 0, 0, 1));
        ImportId phone = tried(source, one("000-3333", "영업"));
        assertThat(imports.find(phone).trial())
                .as("a change is nothing to be noted")
                .isEqualTo(new Run.Counts(0, 1, 0, 0, 0));
    }

    @Test
    void leavesWhatIsGoneAsItIsUnlessAnOfficialDecidesOtherwise() {
        var lists = new Snapshots(7, tag, 60);
        taken(source, lists.older);
        ImportId newer = tried(source, lists.newer);
        take(newer, Decision.STAY);
        assertThat(shops(MerchantStatus.CLOSED)).isEmpty();
        assertThat(kinds(newer)).doesNotContain("merchant.closed/1").contains("import.compared/1");
    }

    @Test
    void closesWhatIsGoneButNeverAMerchantAndOpensItAgainWhenItIsBack() {
        var lists = new Snapshots(8, tag, 1_300);
        taken(source, lists.older);
        String shop = lists.gone.first();
        merchants.admit(OFFICER, shop(shop).id());
        ImportId newer = tried(source, lists.newer);
        take(newer, Decision.CLOSE);

        var closed = new TreeSet<>(lists.gone);
        closed.remove(shop);
        assertThat(new TreeSet<>(shops(MerchantStatus.CLOSED).keySet())).isEqualTo(closed);
        assertThat(shops(MerchantStatus.APPROVED)).containsOnlyKeys(shop);
        assertThat(comparisons.find(newer).closed()).isEqualTo(closed.size());
        assertThat(kinds(newer)).contains("merchant.closed/1", "import.finished/1");

        ImportId again = tried(source, lists.newer);
        assertThat(comparisons.find(again).gone()).as("who is closed is not missed").isOne();
        taken(source, lists.older);
        assertThat(shops(MerchantStatus.CLOSED)).isEmpty();
    }

    @Test
    void isAskedAboutWhenFewerThanHalfOfWhatIsKnownStandInIt() {
        var lists = new Snapshots(9, tag, 40);
        taken(source, lists.older);
        ImportId strange = tried(source, new Snapshots(10, tag + " 다른", 40).older);
        assertThat(comparisons.find(strange).isStrange()).isTrue();
        assertThatThrownBy(() ->
                        transaction.executeWithoutResult(status ->
                                comparisons.apply(OFFICER, strange, Decision.STAY, false)))
                .isInstanceOf(Conflict.class);
        assertThat(imports.find(strange).state()).isEqualTo(Run.State.READY);
        assertThat(shops(MerchantStatus.LISTED)).hasSize(40);

        ImportId newer = tried(source, lists.newer);
        assertThat(comparisons.find(newer).isStrange()).isFalse();
    }

    @Test
    void isTheSameListHoweverItsNameIsSpelled() {
        taken(source, one("000-1111", "영업"));
        ImportId again =
                tried(
                        source.replace(" ", "  ").toUpperCase(java.util.Locale.ROOT),
                        one("000-1111", "영업"));
        assertThat(imports.find(again).source()).isEqualTo(source);
        assertThat(comparisons.find(again).known()).isOne();
    }

    private String one(String phone, String state) {
        return "사업장명,도로명주소,업종,전화번호,영업상태명\n가게 %s,한들시 견줌로 1,제과점영업,%s,%s\n"
                .formatted(tag, phone, state);
    }
}
