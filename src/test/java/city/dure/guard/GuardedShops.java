package city.dure.guard;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.dure.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A small database of its own, once with the guard in front and once without. */
final class GuardedShops {
    static final DataSource OPEN = TestDatabase.unguarded("guard");
    static final Tables TABLES =
            new Tables(
                    Map.of(
                            "shop", TableClass.BUSINESS,
                            "shop_view", TableClass.PROJECTION,
                            "ledger_pending", TableClass.TECHNICAL));
    static final DataSource GUARDED = new GuardedDataSource(OPEN, TABLES);
    static final String RECORD = "insert into ledger_pending (entry_id) values (1)";

    private GuardedShops() {}

    static void empty() throws SQLException {
        run(OPEN, "create table if not exists shop (id int primary key, name text)");
        run(OPEN, "create table if not exists shop_view (id int)");
        run(OPEN, "create table if not exists ledger_pending (entry_id int)");
        run(OPEN, "delete from shop");
        run(OPEN, "delete from shop_view");
        run(OPEN, "delete from ledger_pending");
    }

    static Connection transaction() throws SQLException {
        var connection = GUARDED.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    static void addShops(PreparedStatement prepared, int count) throws SQLException {
        for (int i = 0; i < count; i++) {
            prepared.setInt(1, i);
            prepared.addBatch();
        }
    }

    static void run(DataSource database, String sql) throws SQLException {
        try (var connection = database.getConnection()) {
            run(connection, sql);
        }
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static int count() throws SQLException {
        try (var connection = OPEN.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from shop")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    static void refuses(ThrowingCallable action, String... words) {
        assertThatExceptionOfType(Refused.class).isThrownBy(action).withMessageContainingAll(words);
    }
}
