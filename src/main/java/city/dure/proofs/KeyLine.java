package city.dure.proofs;

import city.dure.merkle.Hashes;
import city.dure.proofs.Flawed.Part;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Whose signature to trust: {@code NAME+ID+KEY} (C2SP signed-note, Ed25519 only).
 *
 * @param name the log's name
 * @param id the first four bytes of SHA-256(name ‖ LF ‖ type ‖ key)
 * @param key the Ed25519 public key, 32 bytes
 */
public record KeyLine(String name, byte[] id, byte[] key) {
    private static final int LONGEST = 500;
    private static final byte ED25519 = 1;
    private static final int ID_BYTES = 4;
    private static final int KEY_BYTES = 32;
    private static final int PARTS = 3;

    /** What stands in front of the 32 bytes in a SubjectPublicKeyInfo (RFC 8410 section 4). */
    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

    /**
     * Reads a line.
     *
     * @throws Flawed when it is none, or its id is not that of its key
     */
    public static KeyLine parse(String line) {
        // Base 64 has + among its characters, so that only the first two divide.
        String[] parts = line.length() > LONGEST ? new String[0] : line.split("\\+", PARTS);
        if (parts.length < PARTS || !isName(parts[0])) {
            throw new Flawed(Part.KEY);
        }
        byte[] typed = Lines.bytes(parts[2], Part.KEY, 0);
        byte[] id = id(parts[0], typed);
        if (typed.length != KEY_BYTES + 1
                || typed[0] != ED25519
                || !HexFormat.of().formatHex(id).equals(parts[1])) {
            throw new Flawed(Part.KEY);
        }
        return new KeyLine(parts[0], id, Arrays.copyOfRange(typed, 1, typed.length));
    }

    /** A key under the name of a log; 32 bytes. */
    public static KeyLine of(String name, byte[] key) {
        return new KeyLine(name, id(name, join(new byte[] {ED25519}, key)), key);
    }

    /** As it is handed out. */
    public String line() {
        byte[] typed = join(new byte[] {ED25519}, key);
        String id = HexFormat.of().formatHex(this.id);
        return name + "+" + id + "+" + Base64.getEncoder().encodeToString(typed);
    }

    /** Whether a text can be the name of a log or of a witness. */
    static boolean isName(String text) {
        return !text.isEmpty()
                && text.chars().noneMatch(c -> c == '+' || Character.isSpaceChar(c) || c <= ' ');
    }

    /** Whether a signature line names this key. */
    boolean isNamed(String signer, byte[] signerId) {
        return name.equals(signer) && Arrays.equals(id, signerId);
    }

    /** Whether this key signed the text. */
    boolean signed(byte[] text, byte[] signature) {
        try {
            var check = Signature.getInstance("Ed25519");
            check.initVerify(publicKey());
            check.update(text);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false; // a signature of another length, or a key that is no point
        }
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(join(SPKI, key)));
    }

    private static byte[] id(String name, byte[] typed) {
        byte[] named = (name + "\n").getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(Hashes.plain(join(named, typed)), ID_BYTES);
    }

    private static byte[] join(byte[] first, byte[] second) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(first);
        out.writeBytes(second);
        return out.toByteArray();
    }
}
