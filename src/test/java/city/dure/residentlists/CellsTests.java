package city.dure.residentlists;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.imports.ImportRow;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1985-03-01",
                "1985.3.1",
                "1985. 3. 1.",
                "1985/03/01",
                "19850301",
                "1985년 3월 1일",
                "１９８５-03-01",
                "1985-03-01 00:00:00",
                "1985-3-1 0:00:00",
                "1985/3/1 0:00"
            })
    void readsDaysAsPeopleTypeThem(String typed) {
        var row = row(typed);
        assertThat(Cells.refusals(row, TODAY)).isEmpty();
        assertThat(Cells.listing(row, "hosu", TODAY).person().profile().birth().plain())
                .isEqualTo("1985-03-01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "850301",
                "1985-02-30",
                "31121985",
                "어제",
                "1985",
                "1985 3 1",
                "1985301",
                "1985-03-010",
                "1985-3-1 9:30"
            })
    void readsNothingElse(String typed) {
        assertThat(Cells.refusals(row(typed), TODAY))
                .extracting(note -> note.reasonKey())
                .containsExactly("residentlists.refused.birth.wrong");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "주민등록번호",
                "주민번호",
                "주민 등록 번호(앞)",
                "RRN",
                "외국인등록번호",
                "Resident Registration No."
            })
    void knowsHeadingsOfResidentNumbers(String heading) {
        assertThat(ResidentNumbers.heads(heading)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"주민 이름", "주민등록지", "번호", "current", "전화번호"})
    void mistakesNoOtherHeading(String heading) {
        assertThat(ResidentNumbers.heads(heading)).isFalse();
    }

    @Test
    void knowsResidentNumbersAndNothingElse() {
        assertThat(ResidentNumbers.isIn("가나다 850301-1234567")).isTrue();
        assertThat(ResidentNumbers.isIn("850301-1******")).isTrue();
        assertThat(ResidentNumbers.isIn("8503011234567")).isTrue();
        assertThat(ResidentNumbers.isIn("850301 - 1234567")).isTrue();
        assertThat(ResidentNumbers.isIn("850301 / 2○○○○○○")).isTrue();
        assertThat(ResidentNumbers.isIn("850301–1######")).isTrue();
        assertThat(ResidentNumbers.isIn("010-1234-5678")).isFalse();
        assertThat(ResidentNumbers.isIn("1985-03-01")).isFalse();
        assertThat(ResidentNumbers.isIn("물빛로 123, 101동 1101호")).isFalse();
    }

    /** As look-ups do, so that nobody is registered twice because of a blank or a capital. */
    @Test
    void takesOnePersonForOneHoweverTheyAreWritten() {
        assertThat(Cells.key(named("Jane-Ann Doe"))).isEqualTo(Cells.key(named("JANE ANN DOE")));
        assertThat(Cells.key(named("김 가나"))).isEqualTo(Cells.key(named("김가나")));
        assertThat(Cells.key(named("김가다"))).isNotEqualTo(Cells.key(named("김가나")));
    }

    private static ImportRow named(String name) {
        var cells = Map.of("name", name, "birth", "1985-03-01", "district", "hosu");
        return new ImportRow(2, cells, 0);
    }

    private static ImportRow row(String birth) {
        return new ImportRow(2, Map.of("name", "김가나", "birth", birth, "district", "hosu"), 0);
    }
}
