package city.dure.guard;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A JDBC object with the guard in front: it leads back to guarded objects only, and never to the
 * driver's own.
 */
abstract class GuardedJdbc implements InvocationHandler {
    /** The connection does not exist (SQL:2023, class 08). */
    private static final String GONE = "08003";

    private final Object target;
    private final Object proxy;

    GuardedJdbc(Object target, Class<?> type) {
        this.target = target;
        this.proxy = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this);
    }

    static Refused unwrapping(Class<?> type) {
        return new Refused("The guard gives nobody the driver's own " + type.getName() + ".");
    }

    <T> T proxyAs(Class<T> type) {
        return type.cast(proxy);
    }

    @Override
    @Nullable
    public final Object invoke(Object self, Method method, Object @Nullable [] args)
            throws Throwable {
        return switch (method.getName()) {
            case "equals" -> args != null && self == args[0];
            case "hashCode" -> System.identityHashCode(self);
            case "toString" -> "guarded " + target;
            case "isWrapperFor" -> false;
            case "unwrap" -> throw unwrapping((Class<?>) java.util.Objects.requireNonNull(args)[0]);
            default -> call(method, args);
        };
    }

    /** Does what the method does, guarded; what needs no guarding is passed on. */
    abstract @Nullable Object call(Method method, Object @Nullable [] args) throws Throwable;

    /** Passes the call on to the guarded object. */
    final @Nullable Object pass(Method method, Object @Nullable [] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw withState(e.getCause() == null ? e : e.getCause());
        }
    }

    // Drivers give a state always; the pool gives none when it has closed a connection that was
    // cut, and whoever asks what happened would take that for a fault of the program.
    private static Throwable withState(Throwable cause) {
        return cause instanceof SQLException told && told.getSQLState() == null
                ? new SQLNonTransientConnectionException(told.getMessage(), GONE, told)
                : cause;
    }

    /** The rows of a query; they lead back to the guarded statement. */
    static final class Rows extends GuardedJdbc {
        private final @Nullable Statement statement;

        private Rows(ResultSet rows, @Nullable Statement statement) {
            super(rows, ResultSet.class);
            this.statement = statement;
        }

        static ResultSet of(ResultSet rows, @Nullable Statement statement) {
            return new Rows(rows, statement).proxyAs(ResultSet.class);
        }

        @Override
        @Nullable Object call(Method method, Object @Nullable [] args) throws Throwable {
            return method.getName().equals("getStatement") ? statement : pass(method, args);
        }
    }

    /** What a database says about itself; it leads back to the guarded connection. */
    static final class MetaData extends GuardedJdbc {
        private final Connection connection;

        MetaData(Object target, Connection connection) {
            super(target, java.sql.DatabaseMetaData.class);
            this.connection = connection;
        }

        @Override
        @Nullable Object call(Method method, Object @Nullable [] args) throws Throwable {
            if (method.getName().equals("getConnection")) {
                return connection;
            }
            Object result = pass(method, args);
            return result instanceof ResultSet rows ? Rows.of(rows, null) : result;
        }
    }

    /** Refuses rows that could be changed in place, which no statement would tell. */
    static void refuseUpdatable(Object @Nullable [] args) throws SQLException {
        if (args == null) {
            return;
        }
        for (Object arg : args) {
            if (arg instanceof Integer number && number == ResultSet.CONCUR_UPDATABLE) {
                throw new Refused("The guard refuses rows that can be changed in place.");
            }
        }
    }
}
