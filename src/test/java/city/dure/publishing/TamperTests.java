package city.dure.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.commands.Verify;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/**
 * Alters exported ledgers in every way we know, and has ours and a foreign program look at them;
 * both remember a checkpoint from before. The table of docs/tampering.md is read from there.
 */
class TamperTests {
    private static final long SEED = 20_261_122;
    private static final int MUTATIONS = 520;
    private static final int SIZE = 300;
    private static final int REMEMBERED = 200;
    private static final List<String> TREE =
            List.of(
                    "checkpoint",
                    "tile/0/000",
                    "tile/0/001.p/44",
                    "tile/1/000.p/1",
                    "tile/entries/000",
                    "tile/entries/001.p/44");
    private static final List<byte[]> LEAVES = TestPack.leaves("a", 0, SIZE);
    private static final Pattern ROW = Pattern.compile("\\| (\\w[\\w ]+?) \\|.*\\| `(\\w+)` \\|");

    @TempDir Path home;
    private @Nullable ForeignChecker foreign;
    private Map<String, byte[]> sound = Map.of();
    private int count;

    @BeforeEach
    void isSoundAtFirst() throws Exception {
        try {
            foreign = ForeignChecker.start(home);
        } catch (TestAbortedException e) {
            System.out.println(e.getMessage()); // ours is looked at all the same
        }
        Files.writeString(home.resolve("remembered"), TestPack.signed(LEAVES, REMEMBERED));
        sound = TestPack.of(LEAVES, 150, REMEMBERED, SIZE);
        assertThat(ours(sound)).startsWith("The exported ledger test.example/log is sound: 300");
        if (foreign != null) {
            assertThat(theirs(sound)).isEqualTo("verified 300");
        }
    }

    @AfterEach
    void ends() throws Exception {
        if (foreign != null) {
            foreign.close();
        }
    }

    /** Bits, bytes and whole files, of what both programs look at. */
    @Test
    void random() throws Exception {
        var random = new Random(SEED);
        for (int i = 0; i < MUTATIONS; i++) {
            var altered = mutated(random, TREE);
            String what = "mutation " + i + " of seed " + SEED;
            assertThat(ours(altered)).as(what).containsAnyOf("was altered", "lacks its part");
            if (foreign != null && !sameToOthers(altered)) {
                assertThat(theirs(altered)).as(what).startsWith("rejected");
            }
        }
    }

    /** What the other program does not know of. */
    @Test
    void randomBesideTheTree() throws Exception {
        var random = new Random(SEED);
        for (int i = 0; i < MUTATIONS / 4; i++) {
            var altered = mutated(random, List.of("key", "checkpoints", "counts.json"));
            String what = "mutation " + i + " of seed " + SEED;
            assertThat(ours(altered)).as(what).containsAnyOf("was altered", "lacks its part");
        }
    }

    @Test
    void structured() throws Exception {
        var found = new TreeMap<String, String>();
        for (var each : structuredOnes().entrySet()) {
            String ours = ours(each.getValue());
            assertThat(ours).as(each.getKey()).contains("was altered");
            if (foreign != null) {
                assertThat(theirs(each.getValue())).as(each.getKey()).startsWith("rejected");
            }
            found.put(each.getKey(), ours.replaceAll("(?s).*Kind of damage: (\\w+).*", "$1"));
        }
        assertThat(found).isEqualTo(documented());
    }

    private Map<String, Map<String, byte[]>> structuredOnes() throws IOException {
        var swapped = new ArrayList<>(LEAVES);
        swapped.set(7, LEAVES.get(8));
        swapped.set(8, LEAVES.get(7));
        var rewritten = new ArrayList<>(LEAVES.subList(0, 250));
        rewritten.addAll(TestPack.leaves("b", 250, SIZE));
        var other = TestPack.leaves("b", 0, SIZE);
        var rolledBack = new ArrayList<>(LEAVES.subList(0, 180));
        rolledBack.addAll(TestPack.leaves("c", 180, SIZE + 20));
        var all = new TreeMap<String, Map<String, byte[]>>();
        all.put("reordered", with(TestPack.of(swapped, 150, SIZE), "checkpoint"));
        all.put("cut tail", TestPack.of(LEAVES.subList(0, 190), 150, 190));
        all.put("rewritten suffix", with(TestPack.of(rewritten, 150, SIZE), "checkpoint"));
        all.put("forged tile", forgedTile());
        all.put("reused signature", reusedSignature(rewritten));
        all.put("second history", TestPack.of(other, 150, SIZE));
        all.put("rolled back database", TestPack.of(rolledBack, 150, 320));
        return all;
    }

    /** Its tile fits a changed entry; the tree above it does not. */
    private Map<String, byte[]> forgedTile() throws IOException {
        var changed = new ArrayList<>(LEAVES);
        changed.set(3, TestPack.leaves("x", 3, 4).getFirst());
        var forged = TestPack.of(changed, SIZE);
        var altered = new TreeMap<>(sound);
        for (String name : List.of("tile/0/000", "tile/entries/000")) {
            altered.put(name, forged.get(name));
        }
        return altered;
    }

    private Map<String, byte[]> reusedSignature(List<byte[]> leaves) throws IOException {
        var pack = TestPack.of(leaves, 150, SIZE);
        String wanted = text(file(pack, "checkpoint"));
        String signature = text(file(sound, "checkpoint")).split("\n\n", 2)[1];
        String reused = wanted.split("\n\n", 2)[0] + "\n\n" + signature;
        pack.put("checkpoint", reused.getBytes(StandardCharsets.UTF_8));
        return pack;
    }

    /** The pack with the file that was really signed. */
    private Map<String, byte[]> with(Map<String, byte[]> pack, String name) {
        pack.put(name, file(sound, name));
        return pack;
    }

    private Map<String, byte[]> mutated(Random random, List<String> names) {
        var altered = new TreeMap<>(sound);
        String name = names.get(random.nextInt(names.size()));
        byte[] bytes = file(altered, name).clone();
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(6)) {
            case 0, 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> bytes = Arrays.copyOf(bytes, at);
            case 3 -> bytes = spliced(bytes, at, at + 1, new byte[0]);
            case 4 -> bytes = spliced(bytes, at, at, new byte[] {(byte) random.nextInt(256)});
            default -> bytes = new byte[0];
        }
        altered.put(name, bytes);
        if (bytes.length == 0) {
            altered.remove(name);
        }
        return altered;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] between) {
        var out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(between);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }

    /** Go's base 64 takes several spellings of the same signature; ours refuses all but one. */
    private boolean sameToOthers(Map<String, byte[]> altered) {
        String[] was = text(file(sound, "checkpoint")).split(" ");
        String[] is = text(altered.getOrDefault("checkpoint", new byte[0])).split(" ");
        return is.length == was.length
                && !is[2].equals(was[2])
                && String.join(" ", is[0], is[1]).equals(String.join(" ", was[0], was[1]))
                && Arrays.equals(decoded(is[2]), decoded(was[2]))
                && altered.entrySet().stream()
                        .allMatch(file ->
                                file.getKey().equals("checkpoint")
                                        || Arrays.equals(
                                                file.getValue(), sound.get(file.getKey())));
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getMimeDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            return new byte[0]; // no spelling of any signature
        }
    }

    private static Map<String, String> documented() throws IOException {
        var rows = new TreeMap<String, String>();
        ROW.matcher(Files.readString(Path.of("docs/tampering.md")))
                .results()
                .forEach(row -> rows.put(row.group(1), row.group(2)));
        rows.remove("swapped proof"); // that one is for ProofOfRecordTests
        return rows;
    }

    private String ours(Map<String, byte[]> pack) throws IOException {
        Path zip = TestPack.zipped(home.resolve("pack.zip"), pack);
        String head = head(TestPack.signed(LEAVES, REMEMBERED));
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int code = Verify.run(out, "--pack", zip.toString(), "--key", TestPack.KEY, "--head", head);
        String words = text(said.toByteArray());
        assertThat(code == 0).as(words).isEqualTo(words.contains(" is sound"));
        return words;
    }

    private String theirs(Map<String, byte[]> pack) throws IOException {
        Path folder = TestPack.unpacked(home.resolve("log" + count++), pack);
        return Objects.requireNonNull(foreign)
                .ask(folder, TestPack.KEY, home.resolve("remembered"));
    }

    private static byte[] file(Map<String, byte[]> pack, String name) {
        return Objects.requireNonNull(pack.get(name));
    }

    private static String head(String note) {
        String[] lines = note.split("\n");
        return lines[1] + ":" + lines[2];
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
