package city.dure.verification;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.ledger.AlteredLedger;
import city.dure.ledger.TestRecords.ThingId;
import city.dure.ledger.TestRecords.ThingShown;
import city.dure.merkle.Frontier;
import city.dure.proofs.SignatureMaker;
import city.dure.verification.Damage.Kind;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Stored checkpoints are compared with the entries that they count. */
@Tag("database")
class VerificationOfCheckpointsTests extends SoundLedger {
    private static final String ORIGIN = "test.example/ledger";
    private static final SignatureMaker SIGNER = new SignatureMaker(ORIGIN);

    @BeforeEach
    void hasCheckpoints() {
        String key = Base64.getEncoder().encodeToString(SIGNER.key().key());
        update("insert into ledger_signer (id, public_key) values (1, ?)", key);
        for (int size : new int[] {0, 1, 9, SIZE}) {
            store(size, root(size), ORIGIN);
        }
        assertThat(check(head).damages()).isEmpty();
    }

    @Test
    void findsAnotherRoot() {
        update("update ledger_checkpoint set root = ? where size = 9", new byte[32]);
        contradicted("checkpoint of 9 entries has another root");
    }

    @Test
    void findsEachCheckpointThatWasChanged() {
        update("update ledger_checkpoint set root = ? where size in (0, 9)", new byte[32]);
        assertThat(check(null).damages())
                .extracting(Damage::kind)
                .containsExactly(Kind.CHECKPOINT, Kind.CHECKPOINT);
    }

    @Test
    void findsANoteThatSaysSomethingElse() {
        for (String column : new String[] {"note", "'x' || note", "replace(note, '9', '8')"}) {
            update("update ledger_checkpoint set note = " + column + " where size = 9");
            assertThat(check(null).sound()).isEqualTo(column.equals("note"));
        }
        contradicted("note of the checkpoint of 9 entries");
        update("delete from ledger_checkpoint where size = 9");
        store(9, root(9), "other.example/ledger");
        contradicted("note of the checkpoint of 9 entries");
    }

    @Test
    void findsANoteThatTheKeyDidNotSign() {
        String text = Base64.getEncoder().encodeToString(root(9));
        String note = new SignatureMaker(ORIGIN).sign("%s\n9\n%s\n".formatted(ORIGIN, text));
        update("update ledger_checkpoint set note = ? where size = 9", note);
        contradicted("checkpoint of 9 entries was not signed with the recorded key");
        update("delete from ledger_signer");
        assertThat(check(null).damageCount()).isEqualTo(4);
    }

    @Test
    void findsCheckpointsOfNoSize() {
        store(SIZE + 1, root(SIZE), ORIGIN);
        contradicted("1 checkpoints name more than the 14 entries");
        update("delete from ledger_checkpoint where size > ?", SIZE);
        store(-1, root(0), ORIGIN);
        contradicted("checkpoint of -1 entries");
    }

    @Test
    void findsACutTailThatOnlyCheckpointsRemember() {
        AlteredLedger.cut(test.jdbc(), 10);
        contradicted("name more than the 10 entries");
    }

    @Test
    void findsARewrittenSuffixThatOnlyCheckpointsRemember() {
        AlteredLedger.cut(test.jdbc(), 8);
        test = test.reopened();
        for (int i = 8; i < SIZE; i++) {
            record(new ThingShown(ThingId.random(), "another past"));
        }
        test.seal();
        assertThat(check(null).damages())
                .extracting(Damage::sentence)
                .hasSize(2)
                .first()
                .asString()
                .contains("checkpoint of 9 entries has another root");
    }

    @Test
    void tellsTheEntryWhereThatIsTheCause() {
        update("update ledger_leaf set leaf_hash = ? where seq = 4", new byte[32]);
        assertThat(check(null).damages())
                .extracting(Damage::kind)
                .isNotEmpty()
                .doesNotContain(Kind.CHECKPOINT);
    }

    private void contradicted(String sentence) {
        var damages = check(null).damages();
        assertThat(damages).extracting(Damage::kind).containsExactly(Kind.CHECKPOINT);
        assertThat(damages.getFirst().sentence()).contains(sentence);
    }

    private byte[] root(int size) {
        var tree = new Frontier();
        test.jdbc()
                .queryForList(
                        "select leaf_hash from ledger_leaf where seq < ? order by seq",
                        byte[].class,
                        size)
                .forEach(hash -> tree.add(hash, (level, idx, node) -> {}));
        return tree.root();
    }

    private void store(int size, byte[] root, String origin) {
        String text = Base64.getEncoder().encodeToString(root);
        update(
                "insert into ledger_checkpoint (size, root, note, signed_at)"
                        + " values (?, ?, ?, current_timestamp)",
                size,
                root,
                SIGNER.sign("%s\n%d\n%s\n".formatted(origin, size, text)));
    }
}
