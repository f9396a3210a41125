package city.dure.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.commands.Verify;
import city.dure.ledger.AlteredLedger;
import city.dure.ledger.TestLedger;
import city.dure.ledger.TestRecords.ThingHidden;
import city.dure.ledger.TestRecords.ThingId;
import city.dure.ledger.TestRecords.ThingShown;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger in one file, checked without the database it came from. */
@Tag("database")
class ExportTests {
    private static final Actor OFFICER =
            new Actor("u-00000000000000000000000001", Role.MERCHANT_OFFICER);
    private static final int ENTRIES = 300;

    @TempDir Path home;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private TestLedger ledger;
    private Checkpoints checkpoints;
    private Path file;

    @BeforeEach
    void isSigned() {
        ledger = new TestLedger();
        var jdbc = JdbcClient.create(ledger.jdbc());
        var key = new LogKey(jdbc, "", home.toString(), "jdbc:h2:file:x");
        checkpoints =
                new Checkpoints(jdbc, new Tree(jdbc), key, new DurableDatabase(jdbc, ledger.url()));
        grow(40);
        checkpoints.next();
        grow(ENTRIES - 40);
        checkpoints.next();
        file = home.resolve("pack.zip");
    }

    @Test
    void isSoundWithAndWithoutOpenings() throws Exception {
        grow(3);
        assertThat(export(false)).isZero();
        assertThat(said()).contains("300 entries of 2 kinds", "3 came after it", "no salts");
        assertThat(verify()).isZero();
        assertThat(said()).contains("is sound: 300 entries", "compare it with");
        assertThat(everything()).doesNotContain("x-secret");
        Files.delete(file);
        assertThat(export(true)).isZero();
        assertThat(verify()).isZero();
        assertThat(everything()).contains("x-secret");
    }

    /** The same moment gives the same bytes, so that copies can be compared. */
    @Test
    void isTheSameEachTime() throws Exception {
        export(true);
        byte[] once = Files.readAllBytes(file);
        Files.delete(file);
        export(true);
        assertThat(Files.readAllBytes(file)).isEqualTo(once);
    }

    @Test
    void satisfiesAForeignChecker() throws Exception {
        export(false);
        var files = TestPack.files(Files.readAllBytes(file));
        String key = new String(files.get("key"), StandardCharsets.UTF_8).strip();
        try (var foreign = ForeignChecker.start(home)) {
            Path log = TestPack.unpacked(home.resolve("copy"), files);
            assertThat(foreign.ask(log, key, null)).isEqualTo("verified 300");
        }
    }

    @Test
    void isRefusedWhereTheLedgerIsNotWhatWasSigned() {
        AlteredLedger.bypass(ledger.jdbc());
        ledger.jdbc()
                .update(
                        "update ledger_entry set leaf = ? where id ="
                                + " (select entry_id from ledger_leaf where seq = 7)",
                        new byte[] {'{', '}'});
        assertThat(export(false)).isEqualTo(1);
        assertThat(said()).contains("not those that were signed", "verify");
        assertThat(home).isDirectoryNotContaining("glob:**pack*");
    }

    @Test
    void neverReplacesAFile() throws Exception {
        Files.writeString(file, "mine");
        assertThat(export(false)).isEqualTo(2);
        assertThat(said()).contains("is there already");
        assertThat(file).hasContent("mine");
        Files.delete(file);
        assertThat(export(true)).isZero();
        assertThat(Files.getPosixFilePermissions(file))
                .containsExactlyInAnyOrder(
                        PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void namesAnOpeningThatDoesNotFit() throws Exception {
        export(true);
        var files = TestPack.files(Files.readAllBytes(file));
        String name = "openings/000";
        String lines = new String(files.get(name), StandardCharsets.UTF_8);
        files.put(
                name, lines.replaceFirst("x-secret", "y-secret").getBytes(StandardCharsets.UTF_8));
        TestPack.zipped(file, files);
        assertThat(verify()).isEqualTo(1);
        assertThat(said()).contains("Kind of damage: opening", "does not fit its public bytes");
        files.put(name, "{nonsense".getBytes(StandardCharsets.UTF_8));
        TestPack.zipped(file, files);
        assertThat(verify()).isEqualTo(1);
        assertThat(said()).contains("cannot be read");
    }

    /** Each was taken for sound, or for something that cannot be checked. */
    @Test
    void namesWhatNoExportHolds() throws Exception {
        export(true);
        var files = TestPack.files(Files.readAllBytes(file));
        String opening = text(files, "openings/000").lines().skip(1).findFirst().orElseThrow();
        String notes = text(files, "checkpoints");
        altered(files, "openings/000", text(files, "openings/000") + opening + "\n");
        altered(files, "openings/000", opening.replaceFirst("\"1\"", "\"999999\"") + "\n");
        altered(files, "openings/000", opening.replaceFirst("salt\":\"[^\"]+", "salt\":\"") + "\n");
        altered(files, "checkpoints", "");
        altered(files, "checkpoints", notes + notes);
        altered(files, "checkpoints", notes.replace("\n", "\r\n"));
        altered(files, "checkpoints", notes.substring(0, notes.indexOf("\n\n", 80)) + "\n\n");
        altered(files, "tile/0/000", "x".repeat(10_000));
        altered(files, "tile/entries/000", "\0\4null");
        String huge = text(files, "checkpoint").replace("\n300\n", "\n999999999999999999\n");
        altered(files, "checkpoint", huge);
        assertThat(verify()).isZero();
    }

    /** One file of it replaced, and put back afterwards. */
    private void altered(java.util.Map<String, byte[]> sound, String name, String content)
            throws Exception {
        var files = new java.util.TreeMap<>(sound);
        files.put(name, content.getBytes(StandardCharsets.UTF_8));
        TestPack.zipped(file, files);
        assertThat(verify()).as("%s: %s", name, said()).isEqualTo(1);
        assertThat(said()).contains("was altered");
        TestPack.zipped(file, sound);
    }

    private static String text(java.util.Map<String, byte[]> files, String name) {
        return new String(
                java.util.Objects.requireNonNull(files.get(name)), StandardCharsets.UTF_8);
    }

    @Test
    void saysWhatIsMissingOrTooMuch() throws Exception {
        export(false);
        var files = TestPack.files(Files.readAllBytes(file));
        files.put("tile/0/007", new byte[32]);
        TestPack.zipped(file, files);
        assertThat(verify()).isEqualTo(1);
        assertThat(said()).contains("belong to no such ledger");
        files.remove("tile/0/007");
        byte[] bundle = files.remove("tile/entries/000");
        TestPack.zipped(file, files);
        assertThat(verify()).isEqualTo(1);
        assertThat(said()).contains("First bad entry: 0", "lacks entries from 0 on");
        files.put("tile/entries/000", bundle);
        files.remove("checkpoint");
        TestPack.zipped(file, files);
        assertThat(verify()).isEqualTo(2);
        assertThat(said()).contains("lacks its part 'checkpoint'");
        Files.writeString(file, "no zip");
        assertThat(verify()).isEqualTo(2);
        assertThat(verify("--key", "nonsense")).isEqualTo(2);
        assertThat(said()).contains("--key: the line of the key cannot be read");
        assertThat(Verify.run(out(), "--pack")).isEqualTo(2);
        assertThat(said()).contains("usage:");
    }

    private int export(boolean openings) {
        said.reset();
        return Export.run(out(), ledger.database(), file, openings);
    }

    private int verify(String... more) {
        said.reset();
        var arguments = new java.util.ArrayList<>(java.util.List.of("--pack", file.toString()));
        arguments.addAll(java.util.List.of(more));
        return Verify.run(out(), arguments.toArray(String[]::new));
    }

    private PrintStream out() {
        return new PrintStream(said, true, StandardCharsets.UTF_8);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private String everything() throws Exception {
        var text = new StringBuilder();
        for (byte[] each : TestPack.files(Files.readAllBytes(file)).values()) {
            text.append(new String(each, StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    private void grow(int entries) {
        for (int i = 0; i < entries / 2; i++) {
            var thing = ThingId.random();
            var notes = java.util.Map.of("note", "x-secret");
            ledger.record(OFFICER, new ThingShown(thing, "red"), new ThingHidden(thing, i, notes));
        }
        if (entries % 2 == 1) {
            ledger.record(OFFICER, new ThingShown(ThingId.random(), "red"));
        }
        ledger.seal();
    }
}
