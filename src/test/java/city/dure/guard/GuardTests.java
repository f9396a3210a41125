package city.dure.guard;

import static city.dure.guard.GuardedShops.GUARDED;
import static city.dure.guard.GuardedShops.OPEN;
import static city.dure.guard.GuardedShops.RECORD;
import static city.dure.guard.GuardedShops.count;
import static city.dure.guard.GuardedShops.refuses;
import static city.dure.guard.GuardedShops.run;
import static city.dure.guard.GuardedShops.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which transactions can commit. */
@Tag("database")
class GuardTests {
    @BeforeEach
    void emptyTables() throws SQLException {
        GuardedShops.empty();
    }

    @Test
    void rollsBackAChangeWithoutAnEntry() throws SQLException {
        try (var connection = transaction()) {
            run(connection, "insert into shop values (1, 'a')");
            refuses(connection::commit, "shop", "no entry in the ledger");
        }
        assertThat(count()).isZero();
    }

    @Test
    void wouldCommitThatChangeWithoutTheGuard() throws SQLException {
        try (var connection = OPEN.getConnection()) {
            connection.setAutoCommit(false);
            run(connection, "insert into shop values (1, 'a')");
            connection.commit();
        }
        assertThat(count()).isOne();
    }

    @Test
    void commitsAChangeWithAnEntryBeforeOrAfterIt() throws SQLException {
        try (var connection = transaction()) {
            run(connection, "insert into shop values (1, 'a')");
            run(connection, RECORD);
            connection.commit();
            run(connection, RECORD);
            run(connection, "update shop set name = 'b'");
            connection.commit();
        }
        assertThat(count()).isOne();
    }

    @Test
    void countsAnEntryForItsOwnTransactionOnly() throws SQLException {
        try (var connection = transaction()) {
            run(connection, "insert into shop values (1, 'a')");
            run(connection, RECORD);
            connection.commit();
            run(connection, "delete from shop");
            refuses(connection::commit, "shop");
        }
        assertThat(count()).isOne();
    }

    @Test
    void refusesAChangeThatCommitsItself() throws SQLException {
        try (var connection = GUARDED.getConnection();
                var prepared = connection.prepareStatement("insert into shop values (1, 'a')")) {
            refuses(() -> run(connection, "insert into shop values (1, 'a')"), "transaction");
            refuses(prepared::executeUpdate, "transaction");
            prepared.addBatch();
            refuses(prepared::executeBatch, "transaction");
            run(connection, "insert into shop_view values (1)");
        }
        assertThat(count()).isZero();
    }

    @Test
    void takesSwitchingAutocommitOnForACommit() throws SQLException {
        try (var connection = transaction()) {
            run(connection, "insert into shop values (1, 'a')");
            refuses(() -> connection.setAutoCommit(true), "shop");
        }
        assertThat(count()).isZero();
    }

    @Test
    void letsAChangeOfNoRowPass() throws SQLException {
        try (var connection = transaction()) {
            run(connection, "delete from shop where id = 7");
            connection.commit();
            run(connection, "insert into ledger_pending select 1 where false");
            run(connection, "insert into shop values (1, 'a')");
            refuses(connection::commit, "shop");
        }
    }

    @Test
    void followsRollbacks() throws SQLException {
        try (var connection = transaction()) {
            run(connection, "insert into shop values (1, 'a')");
            connection.rollback();
            connection.commit();

            var before = connection.setSavepoint();
            run(connection, "insert into shop values (1, 'a')");
            connection.rollback(before);
            connection.commit();

            run(connection, "insert into shop values (1, 'a')");
            var beforeEntry = connection.setSavepoint("entry");
            run(connection, RECORD);
            connection.rollback(beforeEntry);
            refuses(connection::commit, "shop");
        }
        assertThat(count()).isZero();
    }

    @Test
    void namesEveryTableChangedInSilence() throws SQLException {
        var both =
                new Tables(Map.of("shop", TableClass.BUSINESS, "shop_view", TableClass.BUSINESS));
        try (var connection = new GuardedDataSource(OPEN, both).getConnection()) {
            connection.setAutoCommit(false);
            run(connection, "insert into shop_view values (1)");
            run(connection, "insert into shop values (1, 'a')");
            refuses(connection::commit, "shop, shop_view");
        }
    }

    @Test
    void leavesNothingSilentToTheDriverWhenClosed() throws SQLException {
        var connection = transaction();
        run(connection, "insert into shop values (1, 'a')");
        connection.close();
        assertThat(count()).isZero();
    }
}
