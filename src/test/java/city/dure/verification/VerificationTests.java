package city.dure.verification;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.ledger.AlteredLedger;
import city.dure.ledger.TestRecords.ThingId;
import city.dure.ledger.TestRecords.ThingShown;
import city.dure.verification.Damage.Kind;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is sealed: each alteration of entries, order and end is found out. */
@Tag("database")
class VerificationTests extends SoundLedger {
    @Test
    void staysSoundWithoutTriggers() {
        assertThat(check(head).sound()).isTrue();
        var hex = SIZE + ":" + HexFormat.of().formatHex(head.root());
        assertThat(check(RememberedHead.parse(hex)).sound()).isTrue();
        assertThat(check(RememberedHead.parse(head.toString())).sound()).isTrue();
    }

    @Test
    void continuesAnOlderHead() {
        record(new ThingShown(ThingId.random(), "blue"));
        assertThat(check(null).pending()).isEqualTo(1);
        test.seal();
        var report = check(head);
        assertThat(report.sound()).isTrue();
        assertThat(report.size()).isEqualTo(SIZE + 1);
    }

    @Test
    void findsAChangedByte() {
        byte[] leaf = bytes("select leaf from ledger_entry where id = ?", entry(5));
        leaf[20] ^= 1;
        update("update ledger_entry set leaf = ? where id = ?", leaf, entry(5));
        found(5L, Kind.CHANGED);
    }

    @Test
    void findsAChangedByteWhoseHashesWereMadeToFit() {
        byte[] leaf = bytes("select leaf from ledger_entry where id = ?", entry(4));
        leaf[20] ^= 1;
        byte[] hash = city.dure.merkle.Hashes.leaf(leaf);
        update(
                "update ledger_entry set leaf = ?, leaf_hash = ? where id = ?",
                leaf,
                hash,
                entry(4));
        update("update ledger_leaf set leaf_hash = ? where seq = 4", hash);
        assertThat(check(null).damages())
                .anySatisfy(damage -> assertThat(damage.kind()).isEqualTo(Kind.CHAIN))
                .allSatisfy(damage -> assertThat(damage.number()).isEqualTo(4));
    }

    @Test
    void findsADeletedEntry() {
        update("delete from ledger_opening where entry_id = ?", entry(3));
        update("delete from ledger_subject where entry_id = ?", entry(3));
        UUID id = entry(3);
        update("delete from ledger_leaf where seq = 3");
        update("delete from ledger_entry where id = ?", id);
        found(3L, Kind.DELETED);
    }

    @Test
    void findsAnEntryWhoseBytesAreGone() {
        update("delete from ledger_entry where id = ?", entry(3));
        found(3L, Kind.DELETED);
    }

    @Test
    void findsSwappedEntries() {
        update("update ledger_leaf set seq = -1 where seq = 6");
        update("update ledger_leaf set seq = 6 where seq = 8");
        update("update ledger_leaf set seq = 8 where seq = -1");
        found(6L, Kind.CHAIN);
    }

    @Test
    void findsSwappedContents() {
        UUID six = entry(6);
        UUID eight = entry(8);
        update("update ledger_leaf set entry_id = ? where seq = 6", UUID.randomUUID());
        update("update ledger_leaf set entry_id = ? where seq = 8", six);
        update("update ledger_leaf set entry_id = ? where seq = 6", eight);
        found(6L, Kind.CHANGED);
    }

    @Test
    void findsACutTail() {
        update("delete from ledger_leaf where seq >= 10");
        found(10L, Kind.DELETED);
    }

    @Test
    void findsACutTailWhoseHeadWasMadeToFit() {
        AlteredLedger.cut(test.jdbc(), 10);
        assertThat(check(null).sound()).as("agrees with itself").isTrue();
        var report = check(head);
        assertThat(report.damages()).extracting(Damage::kind).containsExactly(Kind.REMEMBERED);
        assertThat(report.damages().getFirst().sentence()).contains("shorter", "10", "14");
    }

    @Test
    void findsARewrittenSuffixOnlyByARememberedHead() {
        AlteredLedger.cut(test.jdbc(), 10);
        test = test.reopened();
        for (int i = 10; i < SIZE; i++) {
            record(new ThingShown(ThingId.random(), "another past"));
        }
        test.seal();
        assertThat(check(null).sound()).as("agrees with itself").isTrue();
        var report = check(head);
        assertThat(report.damages()).extracting(Damage::kind).containsExactly(Kind.REMEMBERED);
        assertThat(report.damages().getFirst().sentence()).contains("rewritten");
    }
}
