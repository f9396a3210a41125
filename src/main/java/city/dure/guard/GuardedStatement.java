package city.dure.guard;

import java.lang.reflect.Method;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement that tells its connection what it changed. */
final class GuardedStatement extends GuardedJdbc {
    private final Statement target;
    private final GuardedConnection connection;
    private final @Nullable ClassedStatement prepared;
    private final List<ClassedStatement> batch = new ArrayList<>();

    GuardedStatement(
            Statement target,
            Class<? extends Statement> type,
            GuardedConnection connection,
            @Nullable ClassedStatement prepared) {
        super(target, type);
        this.target = target;
        this.connection = connection;
        this.prepared = prepared;
    }

    @Override
    @Nullable Object call(Method method, Object @Nullable [] args) throws Throwable {
        return switch (method.getName()) {
            case "execute", "executeQuery", "executeUpdate", "executeLargeUpdate" ->
                    execute(method, args);
            case "addBatch" -> addBatch(method, args);
            case "clearBatch" -> clearBatch(method, args);
            case "executeBatch", "executeLargeBatch" -> executeBatch(method, args);
            case "getConnection" -> connection.proxy();
            default -> rowsGuarded(pass(method, args));
        };
    }

    private @Nullable Object execute(Method method, Object @Nullable [] args) throws Throwable {
        ClassedStatement statement = classed(args);
        connection.beforeChange(statement);
        Object result = pass(method, args);
        if (statement.table() != null) {
            connection.afterChange(statement, rowsChanged(statement, result));
        }
        return rowsGuarded(result);
    }

    /** How many rows; where the answer is rows (RETURNING) it counts against the change. */
    private long rowsChanged(ClassedStatement statement, @Nullable Object result)
            throws SQLException {
        return switch (result) {
            case Number count -> count.longValue();
            case Boolean rows when !rows -> target.getUpdateCount();
            case null, default -> statement.changesBusiness() ? 1 : 0;
        };
    }

    private @Nullable Object addBatch(Method method, Object @Nullable [] args) throws Throwable {
        ClassedStatement statement = classed(args);
        Object result = pass(method, args);
        batch.add(statement);
        return result;
    }

    private @Nullable Object clearBatch(Method method, Object @Nullable [] args) throws Throwable {
        batch.clear();
        return pass(method, args);
    }

    private @Nullable Object executeBatch(Method method, Object @Nullable [] args)
            throws Throwable {
        var statements = List.copyOf(batch);
        batch.clear();
        for (ClassedStatement statement : statements) {
            connection.beforeChange(statement);
        }
        Object counts;
        try {
            counts = pass(method, args);
        } catch (SQLException e) {
            afterBrokenBatch(statements);
            throw e;
        }
        for (int i = 0; i < statements.size(); i++) {
            connection.afterChange(statements.get(i), countAt(counts, i));
        }
        return counts;
    }

    /** Some of a broken batch may stand: its changes count, what it recorded does not. */
    private void afterBrokenBatch(List<ClassedStatement> statements) throws SQLException {
        for (ClassedStatement statement : statements) {
            connection.afterChange(statement, statement.changesBusiness() ? 1 : 0);
        }
    }

    /** Drivers may answer SUCCESS_NO_INFO, which is below 0 and counts as changed. */
    private static long countAt(@Nullable Object counts, int i) {
        return switch (counts) {
            case int[] few when i < few.length -> few[i];
            case long[] many when i < many.length -> many[i];
            case null, default -> 1;
        };
    }

    private ClassedStatement classed(Object @Nullable [] args) throws Refused {
        if (args != null && args.length > 0 && args[0] instanceof String sql) {
            return connection.classify(sql);
        }
        return prepared == null ? ClassedStatement.READS : prepared;
    }

    private @Nullable Object rowsGuarded(@Nullable Object result) {
        return result instanceof ResultSet rows ? Rows.of(rows, proxyAs(Statement.class)) : result;
    }
}
