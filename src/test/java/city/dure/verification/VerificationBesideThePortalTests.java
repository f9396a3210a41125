package city.dure.verification;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.ledger.TestRecords.ThingId;
import city.dure.ledger.TestRecords.ThingShown;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What is sealed while a ledger is verified does not look like damage. */
@Tag("database")
class VerificationBesideThePortalTests extends SoundLedger {
    private final AtomicBoolean sealed = new AtomicBoolean();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ledger_leaf",
                "ledger_node",
                "ledger_checkpoint",
                "ledger_pending",
                "ledger_term"
            })
    void readsEveryTableAtOneMoment(String table) throws SQLException {
        var report = LedgerVerification.check(sealingBefore(table), head);
        assertThat(sealed).as("sealed before " + table).isTrue();
        assertThat(report.damages()).isEmpty();
        assertThat(report.size()).isEqualTo(SIZE);
    }

    /** The database, in which an entry is sealed just before a table is read for the first time. */
    private DataSource sealingBefore(String table) {
        return new DelegatingDataSource(test.database()) {
            @Override
            public Connection getConnection() throws SQLException {
                return sealingBefore(table, super.getConnection());
            }
        };
    }

    private Connection sealingBefore(String table, Connection target) {
        return (Connection)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("prepareStatement")
                                    && arguments[0].toString().contains(table)
                                    && sealed.compareAndSet(false, true)) {
                                record(new ThingShown(ThingId.random(), "blue"));
                                test.seal();
                            }
                            try {
                                return method.invoke(target, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }
}
