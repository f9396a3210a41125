package city.dure.proofs;

import city.dure.merkle.Hashes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Somebody with a key of their own who signs notes, made with the JDK alone. */
public final class SignatureMaker {
    private final String name;
    private final KeyPair pair;

    /** A new key under a name. */
    public SignatureMaker(String name) {
        try {
            this.name = name;
            this.pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String line() {
        return name + "+" + HexFormat.of().formatHex(id()) + "+" + base64(typed());
    }

    /** The public half. */
    public KeyLine key() {
        return KeyLine.parse(line());
    }

    /** A note of this text, which ends with LF. */
    public String sign(String text) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            byte[] signed = join(id(), signature.sign());
            return text + "\n— " + name + " " + base64(signed) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] id() {
        byte[] named = (name + "\n").getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(Hashes.plain(join(named, typed())), 4);
    }

    // The last 32 bytes of a SubjectPublicKeyInfo are the key itself.
    private byte[] typed() {
        byte[] info = pair.getPublic().getEncoded();
        return join(new byte[] {1}, Arrays.copyOfRange(info, info.length - 32, info.length));
    }

    private static byte[] join(byte[] first, byte[] second) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(first);
        out.writeBytes(second);
        return out.toByteArray();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
