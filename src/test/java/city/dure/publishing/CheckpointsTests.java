package city.dure.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.dure.ledger.AlteredLedger;
import city.dure.ledger.TestLedger;
import city.dure.ledger.TestRecords.ThingId;
import city.dure.ledger.TestRecords.ThingShown;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.shared.StartRefused;
import city.dure.tiles.TileFolder;
import city.dure.tiles.WholeFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signs what the ledger has grown to, and nothing that could show two histories. */
@Tag("database")
class CheckpointsTests {
    private static final Actor OFFICER =
            new Actor("u-00000000000000000000000001", Role.MERCHANT_OFFICER);

    @TempDir Path home;
    private TestLedger ledger;
    private JdbcClient jdbc;
    private Tree tree;
    private Checkpoints checkpoints;

    @BeforeEach
    void make() {
        ledger = new TestLedger();
        jdbc = JdbcClient.create(ledger.jdbc());
        tree = new Tree(jdbc);
        checkpoints = checkpoints();
    }

    @Test
    void signsTheEmptyLedgerAndEachSizeOnce() {
        assertThat(checkpoints.next().size()).isZero();
        grow(3);
        var signed = checkpoints.next();
        assertThat(signed.size()).isEqualTo(3);
        assertThat(signed.note()).startsWith("test.example/ledger\n3\n").contains("\n\n— ");
        assertThat(checkpoints.next().note()).isEqualTo(signed.note());
        assertThat(jdbc.sql("select count(*) from ledger_checkpoint").query(Long.class).single())
                .isEqualTo(2);
    }

    @Test
    void givesTwoInstancesTheSameBytes() throws Exception {
        grow(5);
        var other = checkpoints();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var one = threads.submit(checkpoints::next);
            var two = threads.submit(other::next);
            assertThat(one.get().note()).isEqualTo(two.get().note());
        }
    }

    /** Killed after the checkpoint was stored, and before anybody saw it. */
    @Test
    void showsTheSameBytesAfterACrash() throws Exception {
        grow(5);
        var unseen = checkpoints.next();
        var files = new TileFolder(home.resolve("log"));
        assertThat(files.shown()).isEmpty();

        var again = checkpoints().next();
        files.show(again, tree);
        assertThat(Files.readString(home.resolve("log/checkpoint"))).isEqualTo(unseen.note());
        grow(1);
        files.show(checkpoints.next(), tree);
        assertThat(files.shown()).get().extracting("size").isEqualTo(6L);
    }

    @Test
    void signsNothingThatContradicts() {
        grow(4);
        checkpoints.next();
        AlteredLedger.bypass(ledger.jdbc());
        jdbc.sql("update ledger_leaf set leaf_hash = ? where seq = 3").param(new byte[32]).update();
        jdbc.sql("update ledger_node set hash = ? where level = 2").param(new byte[32]).update();
        grow(1);
        assertThatThrownBy(checkpoints::next)
                .isInstanceOf(SigningRefused.class)
                .hasMessageContaining("checkpoint of 4 entries");
        jdbc.sql("update ledger_head set size = 2").update();
        assertThatThrownBy(checkpoints::next).isInstanceOf(SigningRefused.class);
    }

    @Test
    void isNeverTakenBack() {
        checkpoints.next();
        assertThatThrownBy(() -> jdbc.sql("delete from ledger_checkpoint").update())
                .hasStackTraceContaining("only grows");
    }

    @Test
    void startsWithNoOtherKey() {
        assertThatThrownBy(() -> key(home.resolve("other")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("missing");
        String other = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";
        assertThatThrownBy(() -> new LogKey(jdbc, other, home.toString(), "jdbc:h2:file:x"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("not the one with which this ledger was signed");
    }

    /** As after a restore from an older copy, or the database of another city. */
    @Test
    void comparesWithWhatIsKnownOutside() throws Exception {
        grow(4);
        var anchors = new Anchors(home.resolve("anchors").toString());
        var outside = new KnownOutside(tree, anchors);
        Path shown = home.resolve("log/checkpoint");
        outside.requireContinued(shown);
        var signed = checkpoints.next();
        anchors.keep(signed);
        grow(1);
        outside.requireContinued(shown);

        AlteredLedger.bypass(ledger.jdbc());
        jdbc.sql("update ledger_head set size = 3").update();
        refuses(outside, shown, "fewer entries than the 4");
        jdbc.sql("update ledger_head set size = 5").update();
        WholeFile.write(shown, signed.note().replace("test.", "other.").getBytes("UTF-8"));
        refuses(outside, shown, "of another log");
        Files.writeString(shown, "nothing of the kind");
        refuses(outside, shown, "is no checkpoint");
        Files.delete(shown);
        jdbc.sql("update ledger_node set hash = ? where level = 2").param(new byte[32]).update();
        refuses(outside, shown, "The first 4 entries of this database are not those");
    }

    private static void refuses(KnownOutside outside, Path shown, String... words) {
        assertThatThrownBy(() -> outside.requireContinued(shown))
                .isInstanceOf(SigningRefused.class)
                .hasMessageContainingAll(words);
    }

    private Checkpoints checkpoints() {
        return new Checkpoints(jdbc, tree, key(home), new DurableDatabase(jdbc, ledger.url()));
    }

    private LogKey key(Path folder) {
        return new LogKey(jdbc, "", folder.toString(), "jdbc:h2:file:x");
    }

    private void grow(int entries) {
        for (int i = 0; i < entries; i++) {
            ledger.record(OFFICER, new ThingShown(ThingId.random(), "빨강", List.of()));
        }
        ledger.seal();
    }
}
