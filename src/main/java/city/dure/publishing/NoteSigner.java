package city.dure.publishing;

import city.dure.merkle.Hashes;
import city.dure.tiles.SignedCheckpoint;
import com.google.crypto.tink.subtle.Ed25519Sign;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Signs checkpoints with Ed25519 (C2SP signed-note, signature type 1). */
final class NoteSigner {
    private static final byte ED25519 = 1;
    private static final int ID_BYTES = 4;

    private final byte[] publicKey;
    private final Ed25519Sign signer;

    /** Signs with the key of this seed of 32 bytes (RFC 8032). */
    NoteSigner(byte[] seed) {
        try {
            var pair = Ed25519Sign.KeyPair.newKeyPairFromSeed(seed);
            publicKey = pair.getPublicKey();
            signer = new Ed25519Sign(pair.getPrivateKey());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public half, in base 64. */
    String publicKey() {
        return base64(publicKey);
    }

    /** The public key as clients take it, under the name of a log: {@code NAME+ID+KEY}. */
    String verifier(String name) {
        return verifier(name, publicKey);
    }

    /** The same of a key whose other half is not at hand. */
    static String verifier(String name, byte[] publicKey) {
        String id = HexFormat.of().formatHex(id(name, publicKey));
        return "%s+%s+%s".formatted(name, id, base64(typed(publicKey)));
    }

    /** Signs a checkpoint; the same one gets the same bytes each time (RFC 8032). */
    SignedCheckpoint sign(Checkpoint checkpoint) {
        String text = checkpoint.text();
        byte[] signature = signature(text.getBytes(StandardCharsets.UTF_8));
        String origin = checkpoint.origin();
        String line = "— %s %s\n".formatted(origin, base64(join(id(origin, publicKey), signature)));
        return new SignedCheckpoint(checkpoint.size(), checkpoint.root(), text + "\n" + line);
    }

    private byte[] signature(byte[] text) {
        try {
            return signer.sign(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SHA-256(name ‖ LF ‖ type ‖ public key), the first four bytes. */
    private static byte[] id(String name, byte[] publicKey) {
        byte[] named = (name + "\n").getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(Hashes.plain(join(named, typed(publicKey))), ID_BYTES);
    }

    private static byte[] typed(byte[] publicKey) {
        return join(new byte[] {ED25519}, publicKey);
    }

    private static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
