package city.dure.verification;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.ledger.AlteredLedger;
import city.dure.ledger.BigLedger;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A ledger that is read in several pieces: their ends are no places to hide, nor their order. */
@Tag("database")
class LongWalkTests {
    private static final int SIZE = 4100;
    private DriverManagerDataSource where;
    private BigLedger big;
    private JdbcTemplate jdbc;
    private RememberedHead head;
    @TempDir Path folder;

    @BeforeEach
    void isSoundAtFirst() throws Exception {
        where = BigLedger.where(folder.resolve("big"));
        big = BigLedger.open(where);
        big.fill(SIZE);
        jdbc = new JdbcTemplate(where); // connections that come after the bypass
        var report = check();
        assertThat(report.damages()).isEmpty();
        assertThat(report.size()).isEqualTo(SIZE);
        head = Objects.requireNonNull(report.head());
        AlteredLedger.bypass(jdbc);
    }

    @AfterEach
    void close() {
        big.close();
    }

    @Test
    void tellsDamageInTheOrderOfTheEntries() throws Exception {
        for (int number : new int[] {4050, 3, 2000, 1999, 4}) {
            jdbc.update(
                    "update ledger_entry set leaf = ? where id ="
                            + " (select entry_id from ledger_leaf where seq = ?)",
                    new byte[3],
                    number);
        }
        assertThat(check().damages())
                .extracting(Damage::number)
                .containsExactly(3L, 4L, 1999L, 2000L, 4050L);
    }

    @Test
    void findsWhatIsMissingWhereAPieceEnds() throws Exception {
        jdbc.update("delete from ledger_leaf where seq between 1999 and 2001");
        assertThat(check().damages().getFirst().sentence())
                .isEqualTo("Entries 1999 to 2001 were deleted.");
    }

    @Test
    void findsABadNodeOverManyPieces() throws Exception {
        jdbc.update("update ledger_node set hash = ? where level = 12 and idx = 0", new byte[32]);
        assertThat(check().damages())
                .extracting(Damage::sentence)
                .containsExactly(
                        "The tree's node over the entries 0 to 4095 was changed or deleted.");
    }

    @Test
    void comparesCheckpointsOnBothSidesOfAnEnd() throws Exception {
        for (int size : new int[] {1999, 2000, 2001, SIZE}) {
            jdbc.update(
                    "insert into ledger_checkpoint (size, root, note, signed_at)"
                            + " values (?, ?, '', current_timestamp)",
                    size,
                    size == SIZE ? head.root() : new byte[32]);
        }
        assertThat(check().damages())
                .extracting(damage -> damage.sentence().replaceAll("\\D+", " ").strip())
                .containsExactly("1999", "2000", "2001", String.valueOf(SIZE));
        jdbc.update("delete from ledger_checkpoint where size < ?", SIZE);
        assertThat(check().damages())
                .extracting(Damage::sentence)
                .containsExactly(
                        "The signed note of the checkpoint of 4100 entries names another ledger,"
                                + " size or root.");
    }

    private Report check() throws Exception {
        return LedgerVerification.check(where, null);
    }
}
