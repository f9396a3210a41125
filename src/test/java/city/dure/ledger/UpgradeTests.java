package city.dure.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.ledger.TestRecords.ThingHidden;
import city.dure.ledger.TestRecords.ThingId;
import city.dure.ledger.TestRecords.ThingShown;
import city.dure.merkle.Hashes;
import city.dure.shared.Actor;
import city.dure.verification.LedgerVerification;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A ledger that an earlier version left with an entry waiting for its seal. */
@Tag("database")
class UpgradeTests {
    /** On this evening the city has another day than a database that keeps UTC. */
    private static final Instant AT = Instant.parse("2026-11-21T15:30:00Z");

    @Test
    void sealsWhatAnEarlierVersionRecorded() throws SQLException {
        var database = TestLedger.fresh();
        var thing = ThingId.random();
        recordAsBeforeVersion12(database, new ThingHidden(thing, 1, Map.of()), thing.ref());
        var test = new TestLedger(database);
        test.record(Actor.SYSTEM, new ThingShown(thing, "blue"));
        test.seal();
        assertThat(LedgerVerification.check(database, null).damages()).isEmpty();
        assertThat(test.entries.about(thing.ref(), true, null, 10).rows())
                .extracting(SealedEntry::kind)
                .containsExactly("test.thing_shown", "test.thing_hidden");
    }

    private static void recordAsBeforeVersion12(
            DataSource database, LedgerRecord event, String about) {
        TestLedger.migrate(database, "11");
        var jdbc = new JdbcTemplate(database);
        var id = UUID.randomUUID();
        var leaf = Leaf.closed("test.thing_hidden/1", AT, "system", "system", Details.of(event));
        jdbc.update(
                "insert into ledger_entry values (?, 'test.thing_hidden/1', ?, ?)",
                id,
                leaf.bytes(),
                Hashes.leaf(leaf.bytes()));
        jdbc.update("insert into ledger_opening values (?, ?, ?)", id, leaf.salt(), leaf.details());
        jdbc.update("insert into ledger_subject values (?, 'system', 'by')", id);
        jdbc.update("insert into ledger_subject values (?, ?, 'about')", id, about);
        jdbc.update(
                "insert into ledger_pending (entry_id, business_day, terms) values (?, ?, ?)",
                id,
                LocalDate.ofInstant(AT, ZoneId.of("Asia/Seoul")),
                "any\nkind:test.thing_hidden\nrole:system\nby:system\nabout:" + about);
    }
}
