package city.dure.audit;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerEntries;
import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerRecord;
import city.dure.ledger.SealedEntry;
import city.dure.shared.Actor;
import city.dure.web.Formats;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class DaysTests {
    private static final int ENTRIES = 120;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired Days days;
    @Autowired Ledger ledger;
    @Autowired LedgerEntries entries;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;

    @LedgerKind("test.counted")
    record Counted(String note) implements LedgerRecord {}

    @Test
    void countEachEntryExactlyOnce() throws InterruptedException {
        long before = counted();
        var receipts =
                IntStream.range(0, ENTRIES)
                        .mapToObj(i ->
                                transaction.execute(status ->
                                        ledger.record(
                                                Actor.SYSTEM,
                                                new Counted(UUID.randomUUID().toString()))))
                        .toList();
        awaitCount(before + ENTRIES);
        assertThat(receipts).allMatch(receipt -> entries.find(receipt.entry()).isPresent());
        Thread.sleep(500);
        assertThat(counted()).isEqualTo(before + ENTRIES);
        LocalDate today = LocalDate.now(clock.withZone(Formats.ZONE));
        assertThat(days.week()).hasSize(7).last().matches(day -> day.day().equals(today));
        assertThat(days.week().getLast().entries()).isGreaterThanOrEqualTo(ENTRIES);
    }

    @Test
    void dependOnTheFollowersTransaction() {
        String kind = "test.kind" + UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            days.follow(entry(kind));
            status.setRollbackOnly();
        });
        assertThat(counted(kind)).isZero();
        transaction.executeWithoutResult(status -> days.follow(entry(kind)));
        transaction.executeWithoutResult(status -> days.follow(entry(kind)));
        assertThat(counted(kind)).isEqualTo(2);
    }

    private SealedEntry entry(String kind) {
        var now = clock.instant();
        return new SealedEntry(
                0,
                UUID.randomUUID(),
                kind,
                1,
                now,
                now,
                true,
                "system",
                null,
                Map.of(),
                new byte[0]);
    }

    private void awaitCount(long expected) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (counted() < expected && Instant.now().isBefore(end)) {
            Thread.sleep(20);
        }
        assertThat(counted()).isEqualTo(expected);
    }

    private long counted() {
        return counted("test.counted");
    }

    private long counted(String kind) {
        return jdbc.sql("select coalesce(sum(entries), 0) from audit_day where kind = ?")
                .param(kind)
                .query(Long.class)
                .single();
    }
}
