package city.dure.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.dure.merkle.Hashes;
import city.dure.proofs.Flawed.Part;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Texts that claim to be proofs of record. */
class RecordProofTests {
    private static final byte[] LEAF = b("entry 1");
    private static final byte[] OTHER = Hashes.leaf(b("entry 0"));
    private static final byte[] ROOT = Hashes.node(OTHER, Hashes.leaf(LEAF));
    private static final SignatureMaker MAKER = new SignatureMaker("test.example/log");
    private static final String NOTE = MAKER.sign("test.example/log\n2\n" + text(ROOT) + "\n");
    private static final String PROOF =
            "c2sp.org/tlog-proof@v1\nindex 1\n" + text(OTHER) + "\n\n" + NOTE;

    @Test
    void readsWhatALogHandsOut() {
        var proof = RecordProof.parse(PROOF);
        assertThat(proof.index()).isEqualTo(1);
        assertThat(proof.head().origin()).isEqualTo("test.example/log");
        proof.head().requireSignedBy(MAKER.key());
        proof.requireLeadsFrom(LEAF);
    }

    /** Nobody vouches for the extra line, so it says nothing. */
    @Test
    void passesOverAnExtraLine() {
        String extra = PROOF.replace("index 1", "extra YWJj\nindex 1");
        RecordProof.parse(extra).requireLeadsFrom(LEAF);
        wrong(extra.replace("index 1\n", ""), Part.INDEX, 3);
        wrong(extra.replace("YWJj", "<<<"), Part.BEGINNING, 2);
    }

    @Test
    void takesSignaturesOfOthersBesideOurs() {
        String witnessed = PROOF + "— witness.example/w " + text(new byte[76]) + "\n";
        RecordProof.parse(witnessed).head().requireSignedBy(MAKER.key());
        assertThatThrownBy(() -> flawed(witnessed, new SignatureMaker("test.example/log")))
                .hasMessageContaining("no signature of this key");
        String first =
                PROOF.replace("\n— ", "\n— witness.example/w " + text(new byte[76]) + "\n— ");
        RecordProof.parse(first).head().requireSignedBy(MAKER.key());
    }

    @Test
    void namesThePartThatCannotBeRead() {
        wrong("", Part.BEGINNING, 1);
        wrong("hello\n", Part.BEGINNING, 1);
        wrong(PROOF.replace("@v1", "@v2"), Part.BEGINNING, 1);
        wrong(PROOF.replace("\n", "\r\n"), Part.CHARACTERS, 1);
        wrong(PROOF.replace("index 1", "index 01"), Part.INDEX, 2);
        wrong(PROOF.replace("index 1", "index -1"), Part.INDEX, 2);
        wrong(PROOF.replace("index 1", "index 99999999999999999999"), Part.INDEX, 2);
        wrong(PROOF.replace("index 1", "index 2"), Part.BEYOND, 2);
        wrong(PROOF.replace(text(OTHER), text(new byte[31])), Part.HASH, 3);
        wrong(PROOF.replace("\n2\n", "\n02\n"), Part.SIZE, 6);
        wrong(PROOF.replace("\ntest.example/log", "\ntest example"), Part.ORIGIN, 5);
        wrong(PROOF.replace(text(ROOT), "AAAA"), Part.ROOT, 7);
        wrong(PROOF.replace("— test", "- test"), Part.SIGNATURE_LINE, 9);
        wrong(PROOF + PROOF, Part.DOUBLED, 8);
        wrong("x".repeat(1_000_000), Part.LENGTH, 0);
        String many = PROOF.replace(text(OTHER), (text(OTHER) + "\n").repeat(64).strip());
        wrong(many, Part.LENGTH, 0);
    }

    /** Wherever it is cut, it is refused, and no cut makes it say something else. */
    @Test
    void refusesAProofThatIsCut() {
        for (int end = 0; end < PROOF.length(); end++) {
            String cut = PROOF.substring(0, end);
            assertThatThrownBy(() -> flawed(cut, MAKER)).as(cut).isInstanceOf(Flawed.class);
        }
    }

    @Test
    void refusesEveryOtherCharacterInEveryPlace() {
        for (int at = 0; at < PROOF.length(); at++) {
            var other = new StringBuilder(PROOF);
            other.setCharAt(at, PROOF.charAt(at) == 'A' ? 'B' : 'A');
            assertThatThrownBy(() -> flawed(other.toString(), MAKER))
                    .as("place %d", at)
                    .isInstanceOf(Flawed.class);
        }
    }

    /** A key vouches for the log of its name alone. */
    @Test
    void refusesALogOfAnotherName() {
        String other = MAKER.sign("other.example/log\n2\n" + text(ROOT) + "\n");
        part(() -> SignedHead.parse(other).requireSignedBy(MAKER.key()), Part.ORIGIN);
    }

    @Test
    void refusesOtherHashes() {
        part(() -> RecordProof.parse(PROOF).requireLeadsFrom(b("entry 2")), Part.PATH);
        String twice = PROOF.replace(text(OTHER), text(OTHER) + "\n" + text(OTHER));
        part(() -> RecordProof.parse(twice).requireLeadsFrom(LEAF), Part.PATH);
        String none = PROOF.replace(text(OTHER) + "\n", "");
        part(() -> RecordProof.parse(none).requireLeadsFrom(LEAF), Part.PATH);
    }

    @Test
    void readsKeysStrictly() {
        String line = MAKER.line();
        assertThat(KeyLine.parse(line).name()).isEqualTo("test.example/log");
        part(() -> KeyLine.parse(line + "A"), Part.KEY);
        part(() -> KeyLine.parse(line.replace("test", "best")), Part.KEY);
        part(() -> KeyLine.parse("x"), Part.KEY);
        part(() -> KeyLine.parse("a+".repeat(1000)), Part.KEY);
    }

    private static void flawed(String text, SignatureMaker maker) {
        var proof = RecordProof.parse(text);
        proof.head().requireSignedBy(maker.key());
        proof.requireLeadsFrom(LEAF);
    }

    private static void wrong(String text, Part part, int line) {
        assertThatThrownBy(() -> RecordProof.parse(text))
                .isInstanceOf(Flawed.class)
                .extracting("part", "line")
                .containsExactly(part, line);
    }

    private static void part(Runnable act, Part part) {
        assertThatThrownBy(act::run).isInstanceOf(Flawed.class).extracting("part").isEqualTo(part);
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] b(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
