package city.dure.access;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@PortalTest
class DigestsTests {
    @Autowired Digests digests;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionOperations transaction;

    @Test
    void digestsADayOnce() {
        LocalDate day = LocalDate.of(2001, 2, 3);
        jdbc.sql(
                        "insert into access_log (at, last_at, what, who, place, times)"
                                + " values (?, ?, 'signed-in', 'u-X', '203.0.113.0/24', 1)")
                .params(
                        OffsetDateTime.parse("2001-02-03T04:05:06Z"),
                        OffsetDateTime.parse("2001-02-03T04:05:06Z"))
                .update();
        long before = entries();

        transaction.executeWithoutResult(status -> digests.digest(day));
        transaction.executeWithoutResult(status -> digests.digest(day));

        assertThat(entries() - before).isEqualTo(1);
    }

    @Test
    void changesItsHashWithALine() {
        var line =
                new Access(
                        1,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        Access.What.FAILED,
                        "n-1",
                        "203.0.113.0/24",
                        1,
                        null,
                        null,
                        null);
        var other =
                new Access(
                        1,
                        line.at(),
                        line.lastAt(),
                        line.what(),
                        line.who(),
                        line.place(),
                        2,
                        null,
                        null,
                        null);

        assertThat(Digests.hash(List.of(line))).isNotEqualTo(Digests.hash(List.of(other)));
    }

    private long entries() {
        return jdbc.sql("select count(*) from ledger_entry where kind = 'access.digested/1'")
                .query(Long.class)
                .single();
    }
}
