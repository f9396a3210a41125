package city.dure.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hashes of the ledger: RFC 6962 section 2.1 for leaf and node, and the chain over leaves. */
final class Hashes {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private static final byte CHAIN = 2;

    private Hashes() {}

    /** SHA-256(0x00 ‖ leaf). */
    static byte[] leaf(byte[] bytes) {
        return hash(LEAF, bytes);
    }

    /** SHA-256(0x01 ‖ left ‖ right). */
    static byte[] node(byte[] left, byte[] right) {
        return hash(NODE, left, right);
    }

    /** SHA-256(0x02 ‖ chain hash before ‖ leaf hash). */
    static byte[] chain(byte[] before, byte[] leafHash) {
        return hash(CHAIN, before, leafHash);
    }

    /**
     * Plain SHA-256: of the origin it is the chain's beginning, of nothing the empty tree's root.
     */
    static byte[] plain(byte[] bytes) {
        return sha256().digest(bytes);
    }

    private static byte[] hash(byte domain, byte[]... parts) {
        MessageDigest digest = sha256();
        digest.update(domain);
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
}
