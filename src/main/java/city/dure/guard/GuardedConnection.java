package city.dure.guard;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A connection that knows what its transaction changed and whether it recorded that. */
final class GuardedConnection extends GuardedJdbc {
    private final Connection target;
    private final Classifier classifier;
    private final Map<Savepoint, Changes> savepoints = new IdentityHashMap<>();
    private Changes changes = Changes.NONE;

    GuardedConnection(Connection target, Classifier classifier) {
        super(target, Connection.class);
        this.target = target;
        this.classifier = classifier;
    }

    Connection proxy() {
        return proxyAs(Connection.class);
    }

    @Override
    @Nullable Object call(Method method, Object @Nullable [] args) throws Throwable {
        return switch (method.getName()) {
            case "createStatement", "prepareStatement" -> statement(method, args);
            case "prepareCall" -> throw new Refused("The guard refuses procedures.");
            case "commit" -> commit(method, args);
            case "rollback" -> rollback(method, args);
            case "setSavepoint" -> setSavepoint(method, args);
            case "setAutoCommit" -> setAutoCommit(method, Objects.requireNonNull(args));
            case "close" -> close(method);
            case "getMetaData" ->
                    new MetaData(Objects.requireNonNull(pass(method, args)), proxy())
                            .proxyAs(java.sql.DatabaseMetaData.class);
            default -> pass(method, args);
        };
    }

    ClassedStatement classify(String sql) throws Refused {
        return classifier.classify(sql);
    }

    /** Refuses a change that would be committed by itself. */
    void beforeChange(ClassedStatement statement) throws SQLException {
        if (statement.changesBusiness() && target.getAutoCommit()) {
            throw new Refused(
                    "A change of "
                            + statement.table()
                            + " needs a transaction and an entry in it.");
        }
    }

    /** Remembers a change that was made in the running transaction. */
    void afterChange(ClassedStatement statement, long rows) throws SQLException {
        if (!target.getAutoCommit()) {
            changes = changes.with(statement, rows);
        }
    }

    private Object statement(Method method, Object @Nullable [] args) throws Throwable {
        refuseUpdatable(args);
        if (args != null && args.length > 0 && args[0] instanceof String sql) {
            return guarded(method, args, PreparedStatement.class, classify(sql));
        }
        return guarded(method, args, Statement.class, null);
    }

    private <T extends Statement> T guarded(
            Method method,
            Object @Nullable [] args,
            Class<T> type,
            @Nullable ClassedStatement prepared)
            throws Throwable {
        var statement = (Statement) Objects.requireNonNull(pass(method, args));
        return new GuardedStatement(statement, type, this, prepared).proxyAs(type);
    }

    private @Nullable Object commit(Method method, Object @Nullable [] args) throws Throwable {
        refuseSilentChanges();
        Object result = pass(method, args);
        forget();
        return result;
    }

    private @Nullable Object rollback(Method method, Object @Nullable [] args) throws Throwable {
        Object result = pass(method, args);
        if (args == null) {
            forget();
        } else {
            changes = savepoints.getOrDefault((Savepoint) args[0], changes);
        }
        return result;
    }

    private @Nullable Object setSavepoint(Method method, Object @Nullable [] args)
            throws Throwable {
        Object savepoint = pass(method, args);
        savepoints.put((Savepoint) Objects.requireNonNull(savepoint), changes);
        return savepoint;
    }

    /** Switching autocommit on in mid-transaction commits it. */
    private @Nullable Object setAutoCommit(Method method, Object[] args) throws Throwable {
        boolean on = (Boolean) args[0];
        if (on && !target.getAutoCommit()) {
            refuseSilentChanges();
            forget();
        }
        return pass(method, args);
    }

    /** Whatever a driver does with an open transaction, silent changes are not in it. */
    private @Nullable Object close(Method method) throws Throwable {
        if (changes.silent() && !target.isClosed()) {
            target.rollback();
        }
        forget();
        return pass(method, null);
    }

    private void refuseSilentChanges() throws SQLException {
        if (changes.silent()) {
            Refused refusal = changes.refusal();
            target.rollback();
            forget();
            throw refusal;
        }
    }

    private void forget() {
        changes = Changes.NONE;
        savepoints.clear();
    }
}
