package city.dure.replay;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.verification.LedgerVerification;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every balance follows from the entries, and what somebody changes behind them is named. */
@Tag("database")
class ReplayedMoneyTests {
    @TempDir static Path home;
    private static ReplayedCity city;

    @BeforeAll
    static void begins() {
        city = new ReplayedCity(home, "replayed-money");
    }

    @AfterAll
    static void ends() {
        city.close();
    }

    /** A balance, what it was made of, a movement, and a fund. */
    @Test
    void namesMoneyThatWasMadeOrLostBehindTheLedger() throws SQLException {
        String lot = " where id = '" + city.lot.id().value() + "'";
        tamper("money_lot", "remaining", "- 1", lot, city.lot.id().ref(), "remaining");
        tamper("money_lot", "paid", "- 1", lot, city.lot.holder().ref(), "marks");
        String last = " where amount > 9 and lot = '" + city.lot.id().value() + "'";
        tamper("money_movement", "amount", "- 1", last, city.lot.holder().ref(), "marks");
        tamper("money_slice", "remaining", "+ 1", " where no = 3 and account = 'f:own'", "f:own");
    }

    private static void tamper(String table, String column, String by, String where, String... told)
            throws SQLException {
        city.behind.update("update " + table + " set " + column + " = " + column + by + where);
        var report = LedgerVerification.check(city.database(), null, Replays.all(), number -> {});
        assertThat(report.damageCount()).isEqualTo(1);
        assertThat(report.damages().getFirst().sentence()).contains(told);
        String back = by.startsWith("-") ? "+ 1" : "- 1";
        city.behind.update("update " + table + " set " + column + " = " + column + back + where);
    }
}
