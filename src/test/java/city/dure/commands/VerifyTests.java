package city.dure.commands;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.ledger.AlteredLedger;
import city.dure.ledger.TestLedger;
import city.dure.ledger.TestRecords.ThingId;
import city.dure.ledger.TestRecords.ThingShown;
import city.dure.shared.Actor;
import city.dure.verification.AllTables;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The command as a person types it, on a database that others have open. */
@Tag("database")
class VerifyTests {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private TestLedger test;

    @BeforeEach
    void pointsAtALedger() {
        test = new TestLedger();
        for (int i = 0; i < 5; i++) {
            test.record(Actor.SYSTEM, new ThingShown(ThingId.random(), "red"));
        }
        test.seal();
        AllTables.add(test.database());
        Map.of("url", test.url(), "username", test.user(), "password", "")
                .forEach((name, value) -> System.setProperty("spring.datasource." + name, value));
    }

    @AfterEach
    void pointsNowhere() {
        for (String name : new String[] {"url", "username", "password"}) {
            System.clearProperty("spring.datasource." + name);
        }
    }

    @Test
    void saysThatALedgerIsSoundAndWhatToRemember() {
        assertThat(verify()).isZero();
        assertThat(said())
                .contains("is sound: 5 entries", "Not proven")
                .contains("Replayed merchants from 0 entries: approved 0, closed 0, listed 0")
                .contains("Replayed roles from 0 entries");
        String head = said().replaceAll("(?s).*--head (\\S+)\\s*$", "$1");
        assertThat(verify("--head", head)).isZero();
        assertThat(said()).contains("continues the head you gave");
    }

    @Test
    void namesTheFirstBadEntryAndTheKindOfDamage() {
        AlteredLedger.bypass(test.jdbc());
        test.jdbc()
                .update(
                        "update ledger_entry set leaf = ? where id ="
                                + " (select entry_id from ledger_leaf where seq = 3)",
                        new byte[3]);
        assertThat(verify()).isEqualTo(1);
        assertThat(said())
                .contains("First bad entry: 3\n", "Kind of damage: changed\n")
                .contains("The public bytes of entry 3 were changed.");
    }

    @Test
    void namesWhatStandsInATableWithoutAnEntry() {
        test.jdbc()
                .update(
                        """
                        insert into merchant (id, version, status, status_at, name, category,
                            listed_at, list_closed, sort_name, search_text)
                        values (?, 0, 'APPROVED', current_timestamp, 'x', 'cafe',
                            current_timestamp, false, 'x', 'x')
                        """,
                        new UUID(0, 1));
        assertThat(verify()).isEqualTo(1);
        assertThat(said())
                .contains("First bad entry: cannot be named\n", "Kind of damage: replay\n")
                .contains("No entry speaks of m-00000000000000000000000001");
    }

    @Test
    void refusesAHeadOfAnotherLedger() {
        assertThat(verify("--head", "3:" + "ab".repeat(32))).isEqualTo(1);
        assertThat(said()).contains("First bad entry: cannot be named", "rewritten");
    }

    @Test
    void saysWhyItCouldNotCheck() {
        assertThat(verify("--head", "5")).isEqualTo(2);
        assertThat(said()).contains("could not be checked", "SIZE:ROOT");
        assertThat(verify("--tail")).isEqualTo(2);
        System.setProperty("spring.datasource.url", "jdbc:h2:file:./target/nowhere/none");
        assertThat(verify()).isEqualTo(2);
        assertThat(said()).contains("not found");
        System.setProperty("spring.datasource.url", "jdbc:h2:mem:empty;DB_CLOSE_DELAY=-1");
        assertThat(verify()).isEqualTo(2);
    }

    private int verify(String... arguments) {
        said.reset();
        return Verify.run(new PrintStream(said, true, StandardCharsets.UTF_8), arguments);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
