package city.dure.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.dure.merkle.CanonicalJson;
import city.dure.merkle.Hashes;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * The public bytes of an entry and what opens them.
 *
 * @param bytes JCS of the leaf; open kinds show role and details, closed kinds a commitment
 * @param salt 32 random bytes, the key of the commitment
 * @param details JCS of the details, which the commitment of a closed leaf binds
 */
record Leaf(byte[] bytes, byte[] salt, byte[] details) {
    private static final String VERSION = "dure/leaf/1";
    private static final int MOST_DETAILS = 16 * 1024;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final DateTimeFormatter TO_MILLIS = utc("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");
    private static final DateTimeFormatter TO_MINUTES = utc("yyyy-MM-dd'T'HH:mm'Z'");

    /**
     * An open leaf. The acting account stands in it only as a commitment, so that the public cannot
     * follow one official from entry to entry, and an auditor can.
     */
    static Leaf open(String kind, Instant at, String role, String by, Map<String, Object> details) {
        byte[] salt = newSalt();
        var shown = new TreeMap<>(details);
        shown.put(
                "by", Base64.getEncoder().encodeToString(Hashes.commit(salt, by.getBytes(UTF_8))));
        var leaf = new TreeMap<String, Object>();
        leaf.put("actor", role);
        leaf.put("at", TO_MILLIS.format(at));
        leaf.put("details", shown);
        leaf.put("kind", kind);
        leaf.put("v", VERSION);
        return new Leaf(CanonicalJson.bytes(leaf), salt, limited(shown));
    }

    /** A closed leaf: minute, kind and commitment; role and account are among the details. */
    static Leaf closed(
            String kind, Instant at, String role, String by, Map<String, Object> details) {
        byte[] salt = newSalt();
        var kept = new TreeMap<>(details);
        kept.put("actor", role);
        kept.put("by", by);
        byte[] canonical = limited(kept);
        var leaf = new TreeMap<String, Object>();
        leaf.put("at", TO_MINUTES.format(at));
        leaf.put("commitment", Base64.getEncoder().encodeToString(Hashes.commit(salt, canonical)));
        leaf.put("kind", kind);
        leaf.put("v", VERSION);
        return new Leaf(CanonicalJson.bytes(leaf), salt, canonical);
    }

    private static byte[] limited(Map<String, Object> details) {
        byte[] bytes = CanonicalJson.bytes(details);
        if (bytes.length > MOST_DETAILS) {
            throw new IllegalArgumentException(
                    "details of " + bytes.length + " bytes; over 16 KB record the hash of a file");
        }
        return bytes;
    }

    private static byte[] newSalt() {
        byte[] salt = new byte[32];
        RANDOM.nextBytes(salt);
        return salt;
    }

    private static DateTimeFormatter utc(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withZone(ZoneOffset.UTC);
    }
}
