package city.dure.publishing;

import java.util.Base64;

/**
 * What is signed of a ledger: its first so many entries have this root (C2SP tlog-checkpoint).
 *
 * @param origin the log's name
 * @param size how many entries
 * @param root the root of the RFC 6962 tree over them
 */
record Checkpoint(String origin, long size, byte[] root) {
    /** The three lines that are signed. */
    String text() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }
}
