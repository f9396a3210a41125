package city.dure.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.Sealed;
import city.dure.tiles.TilePath;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The log as anybody fetches it, without signing in. */
@PortalTest
class LogPagesTests {
    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

    @Autowired MockMvcTester mvc;
    @Autowired Publisher publisher;
    @Autowired JdbcClient jdbc;
    @TempDir Path home;

    @BeforeEach
    void isPublished() throws Exception {
        Sealed.everything(jdbc);
        long size = jdbc.sql("select size from ledger_head").query(Long.class).single();
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (shownSize() < size && System.nanoTime() < until) {
            Thread.sleep(50);
        }
        assertThat(publisher.problem()).isNull();
        assertThat(shownSize()).as("published within 20 s").isGreaterThanOrEqualTo(size);
    }

    @Test
    void signsItsCheckpointWithTheKeyItGives() throws Exception {
        var checkpoint = get("/log/checkpoint");
        assertThat(checkpoint)
                .hasStatusOk()
                .hasContentType("text/plain;charset=UTF-8")
                .hasHeader("Access-Control-Allow-Origin", "*");
        String[] parts = text(checkpoint).split("\n\n— ", 2);
        String[] key = text(get("/log/key")).strip().split("\\+", 3);
        assertThat(parts[0]).startsWith(key[0] + "\n");

        byte[] signature = Base64.getDecoder().decode(parts[1].strip().split(" ")[1]);
        byte[] typed = Base64.getDecoder().decode(key[2]);
        assertThat(HexFormat.of().formatHex(signature, 0, 4)).isEqualTo(key[1]);
        assertThat(typed[0]).isEqualTo((byte) 1);
        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(spki(typed)));
        verifier.update((parts[0] + "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(verifier.verify(signature, 4, signature.length - 4)).isTrue();
    }

    @Test
    void givesTilesAndEntriesThatNeverChange() {
        int width = (int) Math.min(shownSize(), TilePath.WIDTH);
        var tile = get("/log/" + TilePath.hashes(0, 0, width));
        assertThat(tile)
                .hasStatusOk()
                .hasContentType("application/octet-stream")
                .hasHeader("Cache-Control", "max-age=31536000, public, immutable");
        assertThat(tile.getResponse().getContentAsByteArray())
                .hasSize(width * 32)
                .startsWith(
                        jdbc.sql("select leaf_hash from ledger_leaf where seq = 0")
                                .query((row, i) -> row.getBytes(1))
                                .single());

        byte[] bundle = bodyOf("/log/" + TilePath.entries(0, width));
        int length = (bundle[0] & 0xff) << 8 | bundle[1] & 0xff;
        assertThat(Arrays.copyOfRange(bundle, 2, 2 + length))
                .isEqualTo(bodyOf("/ledger/entries/0/leaf"));
    }

    @Test
    void givesNothingElse() {
        for (String path :
                new String[] {
                    "/log/tile/0/999",
                    "/log/tile/64/000",
                    "/log/tile/0/000.p/300",
                    "/log/tile/keys",
                    "/log/tile/entries/..%2f..%2fcheckpoint"
                }) {
            assertThat(get(path).getResponse().getStatus()).as(path).isIn(400, 404);
        }
        assertThat(get("/log/secret")).hasStatus4xxClientError();
    }

    @Test
    void satisfiesAForeignChecker() throws Exception {
        Path copy = home.resolve("log");
        publisher.stop();
        try (var foreign = ForeignChecker.start(home)) {
            copy(publisher.files().folder(), copy);
            String key = text(get("/log/key")).strip();
            assertThat(foreign.ask(copy, key, null)).startsWith("verified ");
        } finally {
            publisher.start();
        }
    }

    private long shownSize() {
        var now = publisher.shown();
        return now == null ? -1 : now.size();
    }

    private static void copy(Path from, Path to) throws Exception {
        try (var files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static X509EncodedKeySpec spki(byte[] typed) {
        byte[] encoded = Arrays.copyOf(SPKI, SPKI.length + 32);
        System.arraycopy(typed, 1, encoded, SPKI.length, 32);
        return new X509EncodedKeySpec(encoded);
    }

    private byte[] bodyOf(String path) {
        return get(path).getResponse().getContentAsByteArray();
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(java.net.URI.create(path)).exchange();
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
