package city.dure.merkle;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The hashes of the ledger: RFC 6962 section 2.1 for leaf and node, the chain, commitments. */
public final class Hashes {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};
    private static final byte[] CHAIN = {2};

    // One of each a thread: looking a provider up costs more than hashing a short text.
    private static final ThreadLocal<MessageDigest> SHA256 =
            ThreadLocal.withInitial(Hashes::sha256);
    private static final ThreadLocal<Mac> HMAC = ThreadLocal.withInitial(Hashes::hmac);

    private Hashes() {}

    /** SHA-256(0x00 ‖ leaf). */
    public static byte[] leaf(byte[] bytes) {
        return hash(LEAF, bytes);
    }

    /** SHA-256(0x01 ‖ left ‖ right). */
    public static byte[] node(byte[] left, byte[] right) {
        return hash(NODE, left, right);
    }

    /** SHA-256(0x02 ‖ chain hash before ‖ leaf hash). */
    public static byte[] chain(byte[] before, byte[] leafHash) {
        return hash(CHAIN, before, leafHash);
    }

    /** Plain SHA-256; of nothing it is the empty tree's root. */
    public static byte[] plain(byte[] bytes) {
        return hash(bytes);
    }

    /** The chain's beginning: SHA-256(origin), in UTF-8. */
    public static byte[] genesis(String origin) {
        return plain(origin.getBytes(StandardCharsets.UTF_8));
    }

    /** HMAC-SHA256 under the salt: hides short texts from enumeration, binds them all the same. */
    public static byte[] commit(byte[] salt, byte[] text) {
        try {
            Mac mac = HMAC.get();
            mac.init(new SecretKeySpec(salt, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException("this is no salt", e);
        }
    }

    private static byte[] hash(byte[]... parts) {
        MessageDigest digest = SHA256.get();
        digest.reset(); // whatever an error left in it
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Mac hmac() {
        try {
            return Mac.getInstance("HmacSHA256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
