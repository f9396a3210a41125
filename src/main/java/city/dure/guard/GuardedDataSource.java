package city.dure.guard;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * The one way to the database. Its connections refuse statements that cannot be classed, and the
 * commit of a transaction that changed a business table and recorded no entry. It cannot be
 * unwrapped.
 */
final class GuardedDataSource implements DataSource {
    private static final ScopedValue<Boolean> MIGRATING = ScopedValue.newInstance();

    private final DataSource target;
    private final Classifier classifier;

    GuardedDataSource(DataSource target, Tables tables) {
        this.target = target;
        this.classifier = new Classifier(tables);
    }

    /** Runs a migration; what this thread opens meanwhile is not guarded. */
    static void migrate(Runnable migration) {
        ScopedValue.where(MIGRATING, true).run(migration);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return guarded(target.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return guarded(target.getConnection(user, password));
    }

    private Connection guarded(Connection connection) {
        return MIGRATING.isBound()
                ? connection
                : new GuardedConnection(connection, classifier).proxy();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw GuardedJdbc.unwrapping(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return target.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        target.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        target.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return target.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return target.getParentLogger();
    }
}
