package city.dure.verification;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.ledger.AlteredLedger;
import city.dure.ledger.TestLedger;
import city.dure.merkle.Hashes;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The statement in the docs counts nothing in a sound ledger, and each alteration of the chain. */
@Tag("database")
class OneStatementTests extends SoundLedger {
    @Test
    void countsNothingInASoundLedger() {
        assertThat(bad()).isEmpty();
        assertThat(OneStatement.bad(new TestLedger().jdbc())).as("an empty one").isEmpty();
    }

    @Test
    void countsAChangedEntry() {
        byte[] leaf = bytes("select leaf from ledger_entry where id = ?", entry(5));
        leaf[20] ^= 1;
        update("update ledger_entry set leaf = ? where id = ?", leaf, entry(5));
        assertThat(bad()).isEqualTo(Map.of("changed", 1L));
        update("update ledger_entry set leaf_hash = ? where id = ?", Hashes.leaf(leaf), entry(5));
        update("update ledger_leaf set leaf_hash = ? where seq = 5", Hashes.leaf(leaf));
        assertThat(bad()).as("with hashes that fit").isEqualTo(Map.of("not_linked", 1L));
    }

    @Test
    void countsAnEntryWhoseBytesAreGone() {
        update("delete from ledger_entry where id = ?", entry(3));
        assertThat(bad()).isEqualTo(Map.of("changed", 1L));
    }

    @Test
    void countsADeletedEntry() {
        update("delete from ledger_leaf where seq = 0");
        assertThat(bad())
                .containsEntry("not_in_a_row", SIZE - 1L)
                .containsEntry("not_linked", 1L)
                .containsEntry("heads_of_other_size", 1L);
    }

    @Test
    void countsAnEntryPutInAgain() {
        update(
                "insert into ledger_leaf (seq, entry_id, leaf_hash, chain_hash, sealed_at)"
                        + " select -1, ?, leaf_hash, chain_hash, sealed_at from ledger_leaf"
                        + " where seq = 3",
                UUID.randomUUID());
        assertThat(bad()).containsKeys("not_in_a_row", "not_linked", "heads_of_other_size");
    }

    @Test
    void countsSwappedEntries() {
        update("update ledger_leaf set seq = -1 where seq = 6");
        update("update ledger_leaf set seq = 6 where seq = 8");
        update("update ledger_leaf set seq = 8 where seq = -1");
        assertThat(bad()).isEqualTo(Map.of("not_linked", 4L));
    }

    @Test
    void countsAnEndCutOff() {
        update("delete from ledger_leaf where seq >= 10");
        assertThat(bad()).isEqualTo(Map.of("heads_of_other_size", 1L, "heads_not_linked", 1L));
        AlteredLedger.cut(test.jdbc(), 10);
        assertThat(bad()).as("only who remembers a head can tell").isEmpty();
    }

    @Test
    void countsAChangedHeadAndOneThatIsMissing() {
        byte[] other = head.root();
        update("update ledger_head set chain_hash = ?", other);
        assertThat(bad()).isEqualTo(Map.of("heads_not_linked", 1L));
        update("delete from ledger_head");
        assertThat(bad()).isEqualTo(Map.of("heads_missing", 1L, "not_linked", 1L));
    }

    @Test
    void countsAnotherOrigin() {
        update("update ledger_head set origin = 'other.example/ledger'");
        assertThat(bad()).isEqualTo(Map.of("not_linked", 1L));
    }

    private Map<String, Long> bad() {
        return OneStatement.bad(test.jdbc());
    }
}
