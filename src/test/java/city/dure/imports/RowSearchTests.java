package city.dure.imports;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.shared.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows are found by what stands in their cells, not by the signs that cells are kept with. */
class RowSearchTests extends ImportsByHand {
    private static final String LIST =
            """
            상호,주소,좌표
            가게,길 1,x
            "가, 나",길 2,x
            [다],길 3,x
            라\\,길 4,x
            "마""바",길 5,x
            ",",길 6,x
            """;

    @Test
    void findsSignsOnlyWhereTheyStandInACell() {
        Run run = imports.find(tried(LIST));
        assertThat(lines(run, ",")).containsExactly(3L, 7L);
        assertThat(lines(run, "[")).containsExactly(4L);
        assertThat(lines(run, "]")).containsExactly(4L);
        assertThat(lines(run, "\\")).containsExactly(5L);
        assertThat(lines(run, "\"")).containsExactly(6L);
        assertThat(lines(run, "\",")).isEmpty();
        assertThat(lines(run, "가")).containsExactly(2L, 3L);
        assertThat(lines(run, "길")).hasSize(6);
    }

    @Test
    void goesOnBehindARowThatOnlyLooksLikeIt() {
        Run run = imports.find(tried(LIST));
        assertThat(page(run, "\"", 0).rows()).extracting(StagedRow::line).containsExactly(6L);
        assertThat(page(run, "\"", 0).next()).isNull();
        assertThat(page(run, ",", 0).next()).isEqualTo("3");
        assertThat(page(run, ",", 3).rows()).extracting(StagedRow::line).containsExactly(7L);
    }

    @Test
    void fillsAPageFromManyThatOnlyLookLikeIt() {
        String list = "상호,주소,좌표\n" + "라\\,길,x\n".repeat(30) + "\"마\"\"바\",길,x\n";
        assertThat(lines(imports.find(tried(list)), "\"")).containsExactly(32L);
    }

    private List<Long> lines(Run run, String text) {
        List<Long> lines = new ArrayList<>();
        for (String next = "0"; next != null; ) {
            var page = page(run, text, Long.parseLong(next));
            page.rows().forEach(row -> lines.add(row.line()));
            next = page.next();
        }
        return lines;
    }

    private Page<StagedRow> page(Run run, String text, long after) {
        return imports.rows(run, StagedRow.Filter.ALL, text, after, 1);
    }
}
