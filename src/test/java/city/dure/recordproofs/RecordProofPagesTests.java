package city.dure.recordproofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import city.dure.PortalTest;
import city.dure.Sealed;
import city.dure.merkle.Hashes;
import city.dure.proofs.KeyLine;
import city.dure.proofs.RecordProof;
import city.dure.proofs.SignatureMaker;
import city.dure.publishing.OwnSignature;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Proofs of record as anybody fetches and checks them, without signing in. */
@PortalTest
class RecordProofPagesTests {
    private static final String OTHER =
            """
            c2sp.org/tlog-proof@v1
            index 1
            %s

            other.example/log
            2
            %s

            — other.example/log AAAAAAAA
            """;

    @Autowired MockMvcTester mvc;
    @Autowired JdbcClient jdbc;
    @Autowired ApplicationContext portal;
    private String proof = "";
    private String[] lines = {};

    @BeforeEach
    void hasAProof() {
        Sealed.everything(jdbc);
        proof = text(get("/ledger/entries/1/proof"));
        lines = proof.split("\n");
    }

    @Test
    void areGivenForEveryEntryOnceItIsSealed() {
        long last = jdbc.sql("select max(seq) from ledger_leaf").query(Long.class).single();
        for (long number : new long[] {0, 1, last}) {
            var answer = get("/ledger/entries/" + number + "/proof");
            assertThat(answer)
                    .hasStatusOk()
                    .hasContentType("text/plain;charset=UTF-8")
                    .hasHeader(
                            "Content-Disposition",
                            "attachment; filename=\"entry-" + number + ".tlog-proof\"");
            var read = RecordProof.parse(text(answer));
            read.head().requireSignedBy(KeyLine.parse(text(get("/log/key")).strip()));
            byte[] leaf =
                    get("/ledger/entries/" + number + "/leaf")
                            .getResponse()
                            .getContentAsByteArray();
            read.requireLeadsFrom(leaf);
            assertThat(read.index()).isEqualTo(number);
        }
        assertThat(get("/ledger/entries/" + (last + 1_000_000) + "/proof")).hasStatus(404);
        assertThat(get("/ledger/entries/-1/proof")).hasStatus(404);
    }

    @Test
    void areFoundGenuine() {
        finds(proof, "verdict.here", "/ledger/entries/1");
        finds(proof.replace("\n", "\r\n"), "verdict.here", "/ledger/entries/1");
        finds("\n" + proof.strip(), "verdict.here", "/ledger/entries/1");
    }

    @Test
    void areFoundAltered() {
        finds(proof.replace("index 1", "index 0"), "found.altered.path");
        finds(proof.replace(lines[3], lines[2]), "found.altered.path", "(4");
        finds(proof.replace(lines[2] + "\n", ""), "found.altered.path");
        finds(proof.replace("index 1", "index 999999999"), "found.altered.beyond");
        finds(proof.substring(0, proof.length() - 20), "found.altered.signature_line");
        String signature = lines[lines.length - 1];
        String other = signature.charAt(signature.length() - 41) == 'A' ? "B$1" : "A$1";
        String flipped = signature.replaceFirst(".(.{40})$", other);
        finds(proof.replace(signature, flipped), "found.altered.signature");
        finds(proof.substring(0, proof.length() / 2), "found.altered.checkpoint");
        finds(proof + proof, "found.altered.doubled");
        finds(proof.replace("\n\n" + origin(), "\n\n" + origin() + " "), "found.altered.origin");
        finds(proof.replace(lines[lines.length - 3], lines[2]), "found.altered.tree");
        finds(proof.replace("— " + origin(), "— x.example"), "found.altered.unsigned");
        finds("hello", "found.altered.beginning");
    }

    @Test
    void areFoundToBeNewer() {
        finds(
                top() + OwnSignature.of(portal, 900_000_000, new byte[32]),
                "verdict.newer",
                "900,000,000");
    }

    /** What nobody but the holder of the key can make, and a sound log never does. */
    @Test
    void areFoundToContradictTheLedger() {
        byte[] root = new byte[32];
        Arrays.fill(root, (byte) 7);
        finds(top() + OwnSignature.of(portal, 2, root), "verdict.contradiction");
    }

    @Test
    void ofOtherLogsNeedTheirKey() {
        String foreign = OTHER.formatted(lines[2], lines[2]);
        finds(foreign, "verdict.unknown", "other.example/log");
        var answer = check(foreign, "key", "nonsense");
        assertThat(answer).hasStatus(422);
        assertThat(text(answer)).contains(word("recordproofs.key.wrong"), lines[2]);
        findsWith(text(get("/log/key")).strip(), foreign, "found.unknown.name");
        var maker = new SignatureMaker("other.example/log");
        byte[] leaf = "an entry".getBytes(StandardCharsets.UTF_8);
        String root = Base64.getEncoder().encodeToString(Hashes.leaf(leaf));
        String sound =
                "c2sp.org/tlog-proof@v1\nindex 0\n\n"
                        + maker.sign("other.example/log\n1\n" + root + "\n");
        findsWith(maker.key().line(), sound, "found.unknown.entry");
        assertThat(text(upload(sound, leaf, maker.key().line())))
                .contains(word("recordproofs.verdict.elsewhere"));
        leaf[0] ^= 1;
        assertThat(text(upload(sound, leaf, maker.key().line())))
                .contains(word("recordproofs.found.altered.elsewhere"));
    }

    @Test
    void mayComeAsFilesWithTheEntry() {
        byte[] leaf = get("/ledger/entries/1/leaf").getResponse().getContentAsByteArray();
        assertThat(text(upload(proof, leaf))).contains(word("recordproofs.verdict.here"));
        leaf[5] ^= 1;
        assertThat(text(upload(proof, leaf))).contains(word("recordproofs.found.altered.entry"));
        var large = upload("x".repeat(1_000_000), leaf);
        assertThat(large).hasStatus(422).bodyText().contains(word("recordproofs.file.long"));
        var long_ = check("x".repeat(1_000_000), "key", "");
        assertThat(long_).hasStatus(422);
        assertThat(text(long_)).contains(word("recordproofs.proof.long"));
        assertThat(text(check(" ", "key", ""))).contains(word("recordproofs.proof.missing"));
    }

    @Test
    void threeLinesFromPaperAreCompared() {
        String size = lines[lines.length - 4];
        String root = lines[lines.length - 3];
        String sheet = text(get("/ledger/heads/sheet"));
        assertThat(sheet).contains(origin(), "du-poster__code");
        says("origin=%s&size=%s&root=%s".formatted(origin(), size, encoded(root)), "head.same");
        String spaced = root.substring(0, 20) + " " + root.substring(20);
        says("origin=%s&size=%s&root=%s".formatted(origin(), size, encoded(spaced)), "head.same");
        says("origin=%s&size=1&root=%s".formatted(origin(), encoded(root)), "head.differs");
        says("origin=%s&size=999999999&root=%s".formatted(origin(), encoded(root)), "newer");
        says("origin=x.example&size=1&root=%s".formatted(encoded(root)), "head.other");
        var wrong = get("/ledger/heads?origin=&size=a&root=b");
        assertThat(wrong).hasStatus(422);
        assertThat(text(wrong))
                .contains(
                        word("recordproofs.heads.origin.missing"),
                        word("recordproofs.heads.size.wrong"),
                        word("recordproofs.heads.root.wrong"));
    }

    private void says(String query, String found) {
        var answer = get("/ledger/heads?" + query);
        assertThat(answer).hasStatusOk();
        assertThat(text(answer)).contains(beginning("recordproofs.found." + found));
    }

    private void finds(String pasted, String... expected) {
        findsWith("", pasted, expected);
    }

    private void findsWith(String key, String pasted, String... expected) {
        var answer = check(pasted, "key", key);
        assertThat(answer).as(pasted).hasStatusOk();
        String page = text(answer);
        assertThat(page).as(expected[0]).contains(beginning("recordproofs." + expected[0]));
        for (String more : Arrays.copyOfRange(expected, 1, expected.length)) {
            assertThat(page).contains(more);
        }
    }

    private MvcTestResult check(String pasted, String field, String value) {
        return mvc.post()
                .uri("/ledger/checks")
                .with(csrf())
                .param("proof", pasted)
                .param(field, value)
                .exchange();
    }

    private MvcTestResult upload(String file, byte[] entry) {
        return upload(file, entry, "");
    }

    private MvcTestResult upload(String file, byte[] entry, String key) {
        return mvc.perform(
                multipart("/ledger/checks")
                        .file(new MockMultipartFile("file", file.getBytes(StandardCharsets.UTF_8)))
                        .file(new MockMultipartFile("entry", entry))
                        .param("key", key)
                        .content("of a length")
                        .with(csrf()));
    }

    private String top() {
        return proof.substring(0, proof.indexOf("\n\n") + 2);
    }

    private String origin() {
        return lines[lines.length - 5];
    }

    private String word(String key) {
        return portal.getMessage(key, null, Locale.KOREAN);
    }

    private String beginning(String key) {
        return word(key).split("\\{")[0].replace("'", "&#39;");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(java.net.URI.create(path)).exchange();
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
