package city.dure.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.dure.PortalTest;
import city.dure.ledger.TestRecords.ThingId;
import city.dure.ledger.TestRecords.ThingShown;
import city.dure.shared.Actor;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class LedgerModuleTests {
    @Autowired Ledger ledger;
    @Autowired LedgerEntries entries;
    @Autowired LedgerKinds kinds;
    @Autowired LedgerHealthIndicator health;
    @Autowired MeterRegistry metrics;
    @Autowired JdbcTemplate jdbc;
    @Autowired PlatformTransactionManager transactions;

    @Test
    void sealsWhatCommitsWithoutBeingAsked() {
        var receipt = recorded();
        long number = ledger.awaitNumber(receipt, Duration.ofSeconds(20)).orElseThrow();
        assertThat(entries.find(number).orElseThrow().id()).isEqualTo(receipt.entry());
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(metrics.get("dure.ledger.size").gauge().value()).isGreaterThan(number);
        assertThat(metrics.get("dure.ledger.alarm").gauge().value()).isZero();
        assertThat(metrics.get("dure.ledger.seal.lag").timer().count()).isPositive();
    }

    @Test
    void waitsForANumberOnlyAfterTheTransaction() {
        var transaction = new TransactionTemplate(transactions);
        assertThatThrownBy(() ->
                        transaction.execute(status ->
                                ledger.awaitNumber(
                                        new LedgerReceipt(ThingId.random().value()),
                                        Duration.ZERO)))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThat(
                        ledger.awaitNumber(
                                new LedgerReceipt(ThingId.random().value()), Duration.ofMillis(20)))
                .isEmpty();
    }

    @Test
    void recordsOnlyInATransaction() {
        assertThatThrownBy(() -> ledger.record(Actor.SYSTEM, shown()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void isDownWhileAFollowerIsParked() {
        jdbc.update(
                "insert into ledger_follower (name, next_seq, parked_at, problem)"
                        + " values ('test-parked', 0, current_timestamp, 'none')");
        try {
            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        } finally {
            jdbc.update("delete from ledger_follower where name = 'test-parked'");
        }
    }

    @Test
    void knowsTheKindsOfAllModules() {
        assertThat(kinds.find("test.thing_shown", 1).orElseThrow().open()).isTrue();
        assertThat(kinds.find("test.thing_hidden", 2).orElseThrow().open()).isFalse();
        assertThat(kinds.all()).extracting(LedgerKinds.Kind::code).doesNotHaveDuplicates();
        var twice = java.util.List.of(kinds.all().getFirst(), kinds.all().getFirst());
        assertThatThrownBy(() -> LedgerKinds.refuseDoubles(twice))
                .hasMessageContaining("two records claim");
    }

    private LedgerReceipt recorded() {
        return Objects.requireNonNull(
                new TransactionTemplate(transactions)
                        .execute(status -> ledger.record(Actor.SYSTEM, shown())));
    }

    private static ThingShown shown() {
        return new ThingShown(ThingId.random(), "red");
    }
}
