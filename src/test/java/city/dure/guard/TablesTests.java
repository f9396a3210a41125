package city.dure.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Properties;
import org.junit.jupiter.api.Test;

class TablesTests {
    @Test
    void readsTheListThatShipsWithThePortal() {
        assertThat(Tables.listed().classOf("ledger_pending")).contains(TableClass.TECHNICAL);
        assertThat(Tables.listed().classOf("never_made")).isEmpty();
    }

    @Test
    void asksForTheReasonOfATechnicalTable() {
        assertThatIllegalArgumentException().isThrownBy(() -> line("technical"));
        assertThatIllegalArgumentException().isThrownBy(() -> line("technical # "));
        assertThat(line("technical # cursors").classOf("t")).contains(TableClass.TECHNICAL);
        assertThat(line("business").classOf("t")).contains(TableClass.BUSINESS);
    }

    @Test
    void knowsThreeClassesOnly() {
        assertThatIllegalArgumentException().isThrownBy(() -> line("harmless # believe me"));
    }

    private static Tables line(String value) {
        var lines = new Properties();
        lines.setProperty("t", value);
        return Tables.of(lines);
    }
}
