package city.dure.replay;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.cards.CardId;
import city.dure.verification.LedgerVerification;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
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

    /** A blocked card that pays again, and one that pays out of another's wallet. */
    @Test
    void namesACardThatWasChangedBehindTheLedger() throws SQLException {
        UUID card =
                city.behind
                        .queryForList(
                                "select id from card where state = 'active' order by id limit 1",
                                UUID.class)
                        .getFirst();
        String where = " where id = '" + card + "'";
        String told = new CardId(card).ref();
        city.behind.update("update card set state = 'ordered'" + where);
        assertThat(onlyDamage()).contains(told, "active");
        city.behind.update("update card set state = 'active', open_for = null" + where);
        assertThat(onlyDamage()).contains(told, "active");
        city.behind.update("update card set open_for = citizen_id" + where);
    }

    private static String onlyDamage() throws SQLException {
        var report = LedgerVerification.check(city.database(), null, Replays.all(), number -> {});
        assertThat(report.damageCount()).isEqualTo(1);
        return report.damages().getFirst().sentence();
    }

    private static void tamper(String table, String column, String by, String where, String... told)
            throws SQLException {
        city.behind.update("update " + table + " set " + column + " = " + column + by + where);
        assertThat(onlyDamage()).contains(told);
        String back = by.startsWith("-") ? "+ 1" : "- 1";
        city.behind.update("update " + table + " set " + column + " = " + column + back + where);
    }
}
