package city.dure.guard;

import static city.dure.guard.GuardedShops.GUARDED;
import static city.dure.guard.GuardedShops.OPEN;
import static city.dure.guard.GuardedShops.RECORD;
import static city.dure.guard.GuardedShops.TABLES;
import static city.dure.guard.GuardedShops.addShops;
import static city.dure.guard.GuardedShops.count;
import static city.dure.guard.GuardedShops.refuses;
import static city.dure.guard.GuardedShops.run;
import static city.dure.guard.GuardedShops.transaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** How statements are counted, and that nothing leads past the guard. */
@Tag("database")
class GuardedStatementTests {
    @BeforeEach
    void emptyTables() throws SQLException {
        GuardedShops.empty();
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
        assertThat(count()).isEqualTo(3);
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
        assertThat(count()).isZero();
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

    @Test
    void tellsThatThePoolHasClosedAConnection() throws SQLException {
        try (var pool = new HikariDataSource()) {
            pool.setDataSource(OPEN);
            var below = pool.getConnection();
            try (var connection = new GuardedConnection(below, new Classifier(TABLES)).proxy()) {
                below.close();
                assertThatThrownBy(connection::rollback)
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                e -> assertThat(e.getSQLState()).isEqualTo("08003"));
            }
        }
    }
}
