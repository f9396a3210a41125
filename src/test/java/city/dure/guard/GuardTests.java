package city.dure.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.dure.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

@Tag("database")
class GuardTests {
    private static final DataSource OPEN = TestDatabase.unguarded("guard");
    private static final DataSource GUARDED =
            new GuardedDataSource(
                    OPEN,
                    new Tables(
                            Map.of(
                                    "shop", TableClass.BUSINESS,
                                    "shop_view", TableClass.PROJECTION,
                                    "ledger_pending", TableClass.TECHNICAL)));
    private static final String RECORD = "insert into ledger_pending (entry_id) values (1)";

    @BeforeAll
    static void makeTables() throws SQLException {
        run(OPEN, "create table if not exists shop (id int primary key, name text)");
        run(OPEN, "create table if not exists shop_view (id int)");
        run(OPEN, "create table if not exists ledger_pending (entry_id int)");
    }

    @BeforeEach
    void emptyTables() throws SQLException {
        run(OPEN, "delete from shop");
        run(OPEN, "delete from shop_view");
        run(OPEN, "delete from ledger_pending");
    }

    @Test
    void rollsBackAChangeWithoutAnEntry() throws SQLException {
        try (var connection = transaction()) {
            run(connection, "insert into shop values (1, 'a')");
            refuses(connection::commit, "shop", "no entry in the ledger");
        }
        assertThat(shops()).isZero();
    }

    @Test
    void wouldCommitThatChangeWithoutTheGuard() throws SQLException {
        try (var connection = OPEN.getConnection()) {
            connection.setAutoCommit(false);
            run(connection, "insert into shop values (1, 'a')");
            connection.commit();
        }
        assertThat(shops()).isOne();
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
        assertThat(shops()).isOne();
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
        assertThat(shops()).isOne();
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
        assertThat(shops()).isZero();
    }

    @Test
    void takesSwitchingAutocommitOnForACommit() throws SQLException {
        try (var connection = transaction()) {
            run(connection, "insert into shop values (1, 'a')");
            refuses(() -> connection.setAutoCommit(true), "shop");
        }
        assertThat(shops()).isZero();
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
        assertThat(shops()).isZero();
    }

    @Test
    void countsBatches() throws SQLException {
        try (var connection = transaction();
                var prepared = connection.prepareStatement("insert into shop values (?, 'a')");
                var texts = connection.createStatement()) {
            addShops(prepared, 3);
            prepared.executeBatch();
            refuses(connection::commit, "shop");

            addShops(prepared, 3);
            prepared.executeBatch();
            texts.addBatch("insert into shop_view values (1)");
            texts.addBatch(RECORD);
            texts.executeBatch();
            connection.commit();

            texts.addBatch("insert into shop values (10, 'a')");
            texts.clearBatch();
            texts.addBatch("insert into shop_view values (1)");
            texts.executeBatch();
            connection.commit();
        }
        assertThat(shops()).isEqualTo(3);
    }

    @Test
    void countsWhatABrokenBatchLeft() throws SQLException {
        try (var connection = transaction();
                var prepared = connection.prepareStatement("insert into shop values (?, 'a')")) {
            addShops(prepared, 2);
            addShops(prepared, 2);
            assertThatExceptionOfType(SQLException.class).isThrownBy(prepared::executeBatch);
            refuses(connection::commit, "shop");
        }
        assertThat(shops()).isZero();
    }

    @Test
    void countsEveryWayToExecute() throws SQLException {
        try (var connection = transaction();
                var statement = connection.createStatement();
                var prepared =
                        connection.prepareStatement(
                                "insert into shop values (1, 'a')",
                                Statement.RETURN_GENERATED_KEYS)) {
            statement.executeUpdate("insert into shop values (1, 'a')");
            refuses(connection::commit, "shop");
            statement.executeLargeUpdate("insert into shop values (1, 'a')");
            refuses(connection::commit, "shop");
            prepared.execute();
            refuses(connection::commit, "shop");
            prepared.executeUpdate();
            refuses(connection::commit, "shop");
        }
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
        assertThat(shops()).isZero();
    }

    @Test
    void givesNobodyTheDriversOwn() throws SQLException {
        refuses(() -> GUARDED.unwrap(org.h2.jdbcx.JdbcDataSource.class), "driver");
        try (var connection = GUARDED.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select 1")) {
            refuses(() -> connection.unwrap(Connection.class), "driver");
            refuses(() -> connection.unwrap(PGConnection.class), "driver");
            refuses(() -> statement.unwrap(Statement.class), "driver");
            refuses(() -> rows.unwrap(ResultSet.class), "driver");
            refuses(() -> connection.getMetaData().unwrap(Object.class), "driver");
            refuses(() -> connection.prepareCall("call now()"), "procedures");
            assertThat(connection.isWrapperFor(Connection.class)).isFalse();
            assertThat(statement.getConnection()).isSameAs(connection);
            assertThat(rows.getStatement()).isSameAs(statement);
            assertThat(connection.getMetaData().getConnection()).isSameAs(connection);
            assertThat(List.of(connection)).contains(connection);
        }
    }

    @Test
    void refusesRowsThatCanBeChangedInPlace() throws SQLException {
        try (var connection = transaction()) {
            int any = ResultSet.TYPE_FORWARD_ONLY;
            int updatable = ResultSet.CONCUR_UPDATABLE;
            refuses(() -> connection.createStatement(any, updatable), "in place");
            refuses(() -> connection.prepareStatement("select 1", any, updatable), "in place");
        }
    }

    @Test
    void standsAsideForMigrationsOnly() throws SQLException {
        GuardedDataSource.migrate(() -> {
            try {
                run(GUARDED, "create table if not exists made_by_migration (id int)");
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        });
        refuses(() -> run(GUARDED, "drop table made_by_migration"), "refuses this statement");
    }

    private static Connection transaction() throws SQLException {
        var connection = GUARDED.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static void addShops(java.sql.PreparedStatement prepared, int count)
            throws SQLException {
        for (int i = 0; i < count; i++) {
            prepared.setInt(1, i);
            prepared.addBatch();
        }
    }

    private static void run(DataSource database, String sql) throws SQLException {
        try (var connection = database.getConnection()) {
            run(connection, sql);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int shops() throws SQLException {
        try (var connection = OPEN.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from shop")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void refuses(ThrowingCallable action, String... words) {
        assertThatExceptionOfType(Refused.class).isThrownBy(action).withMessageContainingAll(words);
    }
}
