package city.dure.verification;

import city.dure.verification.Damage.Kind;
import city.dure.verification.StoredLedger.TermRow;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What lists are found by, as the entries say it must be: who takes a row away hides an entry from
 * every list without touching the entry. Rows are compared as a sum of hashes, in whatever order
 * they come, so that the length of the ledger does not matter to the memory; the hashes begin with
 * a number drawn for this check, so that nobody can prepare other rows with the same sum.
 */
final class Filing {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private final byte[] drawn = new byte[32];
    private final Sum terms = new Sum(drawn);
    private final Map<LocalDate, Numbers> days = new TreeMap<>();

    Filing() {
        new SecureRandom().nextBytes(drawn);
    }

    /** The first and the last number of a day. */
    record Numbers(long first, long last) {
        Numbers with(Numbers other) {
            return new Numbers(Math.min(first, other.first), Math.max(last, other.last));
        }
    }

    /** Files an entry that was found sound. */
    void add(StoredEntry entry, Collection<EntryCheck.Subject> subjects) {
        var leaf = tree(entry.leaf());
        boolean open = leaf.has("details");
        String role = (open ? leaf : tree(entry.details())).path("actor").asString();
        var day = LocalDate.ofInstant(Instant.parse(at(leaf)), SEOUL);
        Consumer<String> file = term -> terms.add(new TermRow(term, entry.number(), day));
        file.accept("any");
        if (open) {
            file.accept("open");
        }
        file.accept("kind:" + leaf.path("kind").asString().replaceFirst("/\\d+$", ""));
        file.accept("role:" + role);
        subjects.forEach(subject -> file.accept(subject.relation() + ":" + subject.ref()));
        days.merge(day, new Numbers(entry.number(), entry.number()), Numbers::with);
    }

    /** What is wrong with the stored rows, when all entries are sound. */
    Optional<Damage> check(StoredLedger stored) {
        var found = new Sum(drawn);
        stored.terms(found::add);
        if (found.count != terms.count) {
            return damage(
                    "The lists of the ledger are found by %d rows, not by %d: entries are hidden"
                                    .formatted(found.count, terms.count)
                            + " from lists or shown where they do not belong.");
        }
        if (!Arrays.equals(found.value, terms.value)) {
            return damage("Rows by which the lists of the ledger are found were changed.");
        }
        return stored.days().equals(days)
                ? Optional.empty()
                : damage("The numbers between which the entries of a day lie were changed.");
    }

    private static Optional<Damage> damage(String sentence) {
        return Optional.of(new Damage(null, Kind.FILING, sentence));
    }

    // Closed entries tell the minute only.
    private static String at(JsonNode leaf) {
        String at = leaf.path("at").asString();
        return at.length() < 20 ? at.replace("Z", ":00Z") : at;
    }

    private static JsonNode tree(byte @Nullable [] json) {
        return JSON.readTree(new String(json == null ? new byte[0] : json, StandardCharsets.UTF_8));
    }

    /** Adds up rows so that their order does not matter. */
    private static final class Sum {
        private final MessageDigest sha256 = sha256();
        private final byte[] drawn;
        private final byte[] value = new byte[32];
        private long count;

        Sum(byte[] drawn) {
            this.drawn = drawn;
        }

        void add(TermRow term) {
            count++;
            sha256.update(drawn);
            byte[] row = sha256.digest(term.toString().getBytes(StandardCharsets.UTF_8));
            int carry = 0;
            for (int i = 0; i < row.length; i++) {
                carry += (value[i] & 0xff) + (row[i] & 0xff);
                value[i] = (byte) carry;
                carry >>= 8;
            }
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e); // every Java has it
            }
        }
    }
}
