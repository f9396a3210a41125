package city.dure.publishing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.dure.TestDatabase;
import city.dure.shared.StartRefused;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

@Tag("database")
class DurableDatabaseTests {
    private static final String FORGETS =
            TestDatabase.isPostgres() ? "set synchronous_commit = off" : "set write_delay 500";

    @Test
    void refusesADatabaseThatForgets() throws Exception {
        String url =
                String.valueOf(TestDatabase.properties("durable").get("spring.datasource.url"));
        try (var connection = TestDatabase.unguarded("durable").getConnection()) {
            var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            assertThatCode(() -> new DurableDatabase(jdbc, url).flush()).doesNotThrowAnyException();
            jdbc.sql(FORGETS).update();
            assertThatThrownBy(() -> new DurableDatabase(jdbc, url))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("entries that were confirmed would be gone");
        }
    }
}
