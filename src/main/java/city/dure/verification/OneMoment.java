package city.dure.verification;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Reads all tables of a database as they are at one moment, and changes nothing. */
public final class OneMoment {
    private OneMoment() {}

    /** What is read. */
    public interface Reading<T, E extends Exception> {
        /** Reads from tables that stand still. */
        T from(JdbcTemplate tables) throws E, SQLException;
    }

    /**
     * Reads.
     *
     * @throws SQLException when the database cannot be read
     */
    public static <T, E extends Exception> T read(DataSource database, Reading<T, E> reading)
            throws E, SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setReadOnly(true);
            // On H2 a snapshot of all tables at once; its "repeatable read" takes each table's only
            // when that is first read.
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            connection.setAutoCommit(false);
            try {
                return reading.from(
                        new JdbcTemplate(new SingleConnectionDataSource(connection, true)));
            } finally {
                connection.rollback();
            }
        }
    }
}
