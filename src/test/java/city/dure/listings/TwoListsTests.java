package city.dure.listings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.dure.imports.ImportId;
import city.dure.imports.RowNote;
import city.dure.imports.Run;
import city.dure.imports.StagedRow;
import city.dure.merchants.MerchantId;
import city.dure.merchants.MerchantStatus;
import city.dure.sources.Differing;
import city.dure.sources.Stand;
import city.dure.sources.Words;
import city.dure.web.Conflict;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TwoListsTests extends ListsAtWork {
    private static final String HEADER = "사업장명,도로명주소,업종,전화번호,사업자등록번호\n";

    @Autowired Differing differing;

    private final String other = "다른 " + source;

    @Test
    void leaveTheFirstOneInForceAndTellTheDifference() {
        taken(source, row("가게 " + tag, "한들시 둘로 1", "000-1111", ""));
        ImportId second = tried(other, row("가게 " + tag, "한들시 둘로 1", "000-2222", ""));
        assertThat(imports.find(second).trial()).isEqualTo(new Run.Counts(0, 0, 1, 0, 1));
        assertThat(notes(second))
                .containsExactly(
                        new RowNote(
                                Columns.PHONE,
                                "000-2222",
                                "listings.note.differs",
                                List.of(source)));
        taken(other, row("가게 " + tag, "한들시 둘로 1", "000-2222", ""));
        assertThat(shop("가게 " + tag).business().phone()).isEqualTo("000-1111");
        assertThat(stands()).isEqualTo(Map.of(source, Stand.LEADS, other, Stand.DIFFERS));
        assertThat(open()).containsExactly(other);
    }

    @Test
    void meanTheSameShopByItsNumberWhateverTheyCallIt() {
        String number = number();
        taken(source, row("가게 " + tag, "한들시 둘로 2", "", number));
        ImportId second = taken(other, row("다른 이름 " + tag, "한들시 셋로 3", "", number));
        assertThat(shops(MerchantStatus.LISTED)).containsOnlyKeys("가게 " + tag);
        assertThat(notes(second))
                .extracting(RowNote::column)
                .containsExactly(Columns.NAME, Columns.ROAD);
        assertThat(kinds(second)).contains("merchant.disputed/1");
    }

    @Test
    void areNoQuestionWhereTheySayTheSame() {
        taken(source, row("가게 " + tag, "한들시 둘로 4", "031-000-1111", ""));
        ImportId second = taken(other, row("가게" + tag, "한들시 둘로  4", "000-1111", ""));
        assertThat(stands()).containsEntry(other, Stand.FOLLOWS);
        assertThat(open()).isEmpty();
        assertThat(kinds(second))
                .contains("merchant.named/1")
                .doesNotContain("merchant.disputed/1");
        ImportId again = taken(other, row("가게" + tag, "한들시 둘로  4", "000-1111", ""));
        assertThat(kinds(again)).doesNotContain("merchant.named/1");
    }

    @Test
    void areDecidedForNowAndForLaterFilesOfBoth() {
        taken(source, row("가게 " + tag, "한들시 둘로 5", "000-1111", ""));
        taken(other, row("가게 " + tag, "한들시 둘로 5", "000-2222", ""));
        decide(other);
        assertThat(shop("가게 " + tag).business().phone()).isEqualTo("000-2222");
        assertThat(stands()).isEqualTo(Map.of(source, Stand.YIELDS, other, Stand.LEADS));

        taken(source, row("가게 " + tag, "한들시 둘로 5", "000-3333", ""));
        assertThat(shop("가게 " + tag).business().phone()).isEqualTo("000-2222");
        assertThat(open()).isEmpty();
        taken(other, row("가게 " + tag, "한들시 둘로 5", "000-4444", ""));
        assertThat(shop("가게 " + tag).business().phone()).isEqualTo("000-4444");
    }

    @Test
    void areDecidedOnlyOnWhatWasShown() {
        taken(source, row("가게 " + tag, "한들시 둘로 6", "000-1111", ""));
        taken(other, row("가게 " + tag, "한들시 둘로 6", "000-2222", ""));
        int seen = differing.facing(id()).version();
        taken(other, row("가게 " + tag, "한들시 둘로 6", "000-3333", ""));
        assertThatThrownBy(() -> differing.decide(OFFICER, id(), other, seen))
                .isInstanceOf(Conflict.class);
        int now = differing.facing(id()).version();
        assertThatThrownBy(() -> differing.decide(OFFICER, id(), "no list", now))
                .isInstanceOf(Conflict.class);
        assertThat(stands()).containsEntry(other, Stand.DIFFERS);
    }

    @Test
    void leaveAMerchantAlone() {
        taken(source, row("가게 " + tag, "한들시 둘로 7", "000-1111", ""));
        merchants.admit(OFFICER, id());
        taken(other, row("가게 " + tag, "한들시 둘로 7", "000-2222", ""));
        assertThat(open()).isEmpty();
        decide(other);
        assertThat(shop("가게 " + tag).business().phone()).isEqualTo("000-1111");
    }

    @Test
    void keepApartWhatOneListNamesTwice() {
        String first = number();
        String list =
                HEADER
                        + "가게 %s,한들시 둘로 8,제과점영업,,%s\n".formatted(tag, first)
                        + "가게 %s,한들시 둘로 8,제과점영업,,%s\n".formatted(tag, number());
        assertThat(imports.find(taken(source, list)).done().added()).isEqualTo(2);
        ImportId again = taken(source, list);
        assertThat(imports.find(again).done().nothing()).isTrue();
    }

    private void decide(String chosen) {
        differing.decide(OFFICER, id(), chosen, differing.facing(id()).version());
    }

    private MerchantId id() {
        return shop("가게 " + tag).id();
    }

    private Map<String, Stand> stands() {
        return differing.facing(id()).lists().stream()
                .collect(Collectors.toMap(Words::source, Words::stand));
    }

    private List<String> open() {
        return differing.open(tag, "", 10).rows().stream().map(Differing.Open::source).toList();
    }

    private List<RowNote> notes(ImportId run) {
        return imports.rows(imports.find(run), StagedRow.Filter.NOTED, "", 0, 5).rows().stream()
                .flatMap(row -> row.told().notes().stream())
                .toList();
    }

    private static String row(String name, String address, String phone, String number) {
        return HEADER + "%s,%s,제과점영업,%s,%s\n".formatted(name, address, phone, number);
    }

    /** A business number that no other test uses. */
    private static String number() {
        return city.dure.applications.TestApplications.number().digits();
    }
}
