package city.dure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class StartsTests {
    @Autowired JdbcClient jdbc;

    @Test
    void migratesItsDatabase() {
        assertThat(jdbc.sql("select count(*) from ledger_entry").query(Long.class).single())
                .isNotNegative();
    }
}
