package city.dure.verification;

import city.dure.merkle.Hashes;
import city.dure.verification.Damage.Kind;
import city.dure.verification.StoredLedger.TermRow;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What lists are found by, as the entries say it must be: who takes a row away hides an entry from
 * every list without touching the entry. Rows are compared as a sum of hashes, in whatever order
 * they come, so that the length of the ledger does not matter to the memory; the hashes begin with
 * a number drawn for this check, so that nobody can prepare other rows with the same sum.
 */
final class Filing {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private final byte[] drawn = new byte[32];
    private final Sum terms = new Sum();
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

    /** The rows that one entry asks for, added up, and its day. */
    record Share(long number, LocalDate day, Sum rows) {}

    /** What a sound entry asks for. Changes nothing, so that any thread may compute it. */
    Share share(long number, EntryCheck.Meaning entry, Collection<EntryCheck.Subject> subjects) {
        var day = LocalDate.ofInstant(entry.at(), SEOUL);
        var rows = new Sum();
        Consumer<String> file = term -> rows.add(hash(new TermRow(term, number, day)));
        file.accept("any");
        if (entry.open()) {
            file.accept("open");
        }
        file.accept("kind:" + withoutVersion(entry.kind()));
        file.accept("role:" + entry.role());
        subjects.forEach(subject -> file.accept(subject.relation() + ":" + subject.ref()));
        return new Share(number, day, rows);
    }

    /** Files an entry. */
    void add(Share share) {
        terms.add(share.rows());
        days.merge(share.day(), new Numbers(share.number(), share.number()), Numbers::with);
    }

    /**
     * What is wrong with the stored rows, when all entries are sound.
     *
     * @param goesOn called with each piece; what it throws ends the check
     */
    Optional<Damage> check(StoredLedger stored, Runnable goesOn) {
        var found = new Sum();
        stored.terms(piece -> {
            goesOn.run();
            found.add(sum(piece));
        });
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

    private Sum sum(List<TermRow> rows) {
        return rows.parallelStream().collect(Sum::new, (sum, row) -> sum.add(hash(row)), Sum::add);
    }

    // What has a fixed length comes first, so that nothing can move to its neighbour.
    private byte[] hash(TermRow row) {
        byte[] term = row.term().getBytes(StandardCharsets.UTF_8);
        return Hashes.plain(
                ByteBuffer.allocate(drawn.length + 2 * Long.BYTES + term.length)
                        .put(drawn)
                        .putLong(row.number())
                        .putLong(row.day().toEpochDay())
                        .put(term)
                        .array());
    }

    private static String withoutVersion(String kind) {
        int slash = kind.lastIndexOf('/');
        return slash < 0 ? kind : kind.substring(0, slash);
    }

    private static Optional<Damage> damage(String sentence) {
        return Optional.of(new Damage(null, Kind.FILING, sentence));
    }

    /** Adds up rows so that their order does not matter. */
    static final class Sum {
        private final byte[] value = new byte[32];
        private long count;

        void add(byte[] row) {
            count++;
            plus(row);
        }

        void add(Sum other) {
            count += other.count;
            plus(other.value);
        }

        private void plus(byte[] other) {
            int carry = 0;
            for (int i = 0; i < value.length; i++) {
                carry += (value[i] & 0xff) + (other[i] & 0xff);
                value[i] = (byte) carry;
                carry >>= 8;
            }
        }
    }
}
