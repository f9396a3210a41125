package city.dure.ledger;

import city.dure.merkle.Hashes;
import city.dure.shared.Page;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the sealed ledger; each call takes at most three statements, whatever its size. Closed
 * entries come with their details: who calls decides who may see them.
 */
@Service
@Transactional(readOnly = true)
public class LedgerEntries {
    private static final int MOST_ROWS = 1000;
    private final JdbcTemplate jdbc;
    private final EntryRows rows = new EntryRows();

    LedgerEntries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** How many entries are sealed; their numbers are 0 up to one less. */
    public long size() {
        return jdbc.query("select size from ledger_head", (row, i) -> row.getLong(1)).stream()
                .findFirst()
                .orElse(0L);
    }

    /** The entry of a number. */
    public Optional<SealedEntry> find(long number) {
        return one("where l.seq = ?", number);
    }

    /** The entry of a receipt, once it is sealed. */
    public Optional<SealedEntry> find(UUID entry) {
        return one("where l.entry_id = ?", entry);
    }

    /**
     * What opens a closed entry: the commitment in its leaf is HMAC-SHA256(salt, details).
     *
     * @param salt 32 bytes
     * @param details canonical JSON (RFC 8785)
     */
    public record Opening(byte[] salt, byte[] details) {}

    /** What opens an entry, if that is still there. */
    public Optional<Opening> opening(UUID entry) {
        String sql = "select salt, details from ledger_opening where entry_id = ?";
        return jdbc
                .query(sql, (row, i) -> new Opening(row.getBytes(1), row.getBytes(2)), entry)
                .stream()
                .findFirst();
    }

    /** Whether the entry of a receipt is recorded and waits for its number. */
    public boolean isPending(UUID entry) {
        String sql = "select 1 from ledger_pending where entry_id = ?";
        return !jdbc.queryForList(sql, Integer.class, entry).isEmpty();
    }

    /**
     * One page, newest first.
     *
     * @param before the number above the page, which is the {@code next} of the page before
     * @param size at most 1,000
     */
    public Page<SealedEntry> page(EntryFilter filter, @Nullable Long before, int size) {
        int most = Math.min(size, MOST_ROWS);
        var numbers = numbers(filter, before, most + 1);
        boolean more = numbers.size() > most;
        var shown = more ? numbers.subList(0, most) : numbers;
        return new Page<>(entries(shown).reversed(), more ? String.valueOf(shown.getLast()) : null);
    }

    /** One page of the history of a subject, newest first; otherwise as {@link #page}. */
    public Page<SealedEntry> about(
            String subject, boolean includeClosed, @Nullable Long before, int size) {
        var filter = new EntryFilter(null, null, subject, null, null, null, includeClosed);
        return page(filter, before, size);
    }

    /**
     * A random sample of at most 1,000, in the order of numbers. Anyone can draw it again: the
     * numbers are SHA-256 of the texts {@code seed:0}, {@code seed:1} and so on, read as a number,
     * modulo the size, repeats left out.
     *
     * @param size how many entries the ledger has, or had when the sample was first drawn
     */
    public List<SealedEntry> sample(int n, long seed, long size) {
        long wanted = Math.min(Math.min(n, MOST_ROWS), size);
        var numbers = new TreeSet<Long>();
        for (int i = 0; numbers.size() < wanted; i++) {
            byte[] drawn = Hashes.plain((seed + ":" + i).getBytes(StandardCharsets.US_ASCII));
            numbers.add(new BigInteger(1, drawn).mod(BigInteger.valueOf(size)).longValue());
        }
        return entries(numbers);
    }

    /** The entries from a number on, in order. */
    List<SealedEntry> from(long number, int atMost) {
        return jdbc.query(
                EntryRows.SELECT + "where l.seq >= ? and l.seq < ? order by l.seq",
                rows,
                number,
                number + atMost);
    }

    private Optional<SealedEntry> one(String condition, Object value) {
        return jdbc.query(EntryRows.SELECT + condition, rows, value).stream().findFirst();
    }

    private List<SealedEntry> entries(Collection<Long> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        return jdbc.query(
                EntryRows.SELECT + "where l.seq = any(?) order by l.seq",
                statement ->
                        statement.setArray(
                                1,
                                statement
                                        .getConnection()
                                        .createArrayOf("bigint", numbers.toArray())),
                rows);
    }

    private List<Long> numbers(EntryFilter filter, @Nullable Long before, int atMost) {
        var terms = filter.terms();
        var sql = new StringBuilder("select t.seq from ledger_term t where t.term = ?");
        var values = new ArrayList<Object>(List.of(terms.getFirst()));
        for (String term : terms.subList(1, terms.size())) {
            sql.append(" and exists (select 1 from ledger_term u")
                    .append(" where u.term = ? and u.seq = t.seq)");
            values.add(term);
        }
        sql.append(" and t.seq < ?");
        values.add(before == null ? Long.MAX_VALUE : before);
        if (!addDays(filter, sql, values)) {
            return List.of();
        }
        // Both columns, because H2 walks an index backwards only when it is ordered by all of it.
        sql.append(" order by t.term desc, t.seq desc limit ?");
        values.add(atMost);
        return jdbc.query(sql.toString(), (row, i) -> row.getLong(1), values.toArray());
    }

    private boolean addDays(EntryFilter filter, StringBuilder sql, List<Object> values) {
        if (filter.from() == null && filter.to() == null) {
            return true;
        }
        Date from = day(filter.from(), LocalDate.of(1, 1, 1));
        Date to = day(filter.to(), LocalDate.of(9999, 12, 31));
        var bounds =
                jdbc.queryForMap(
                        "select min(first_seq) as low, max(last_seq) as high from ledger_day"
                                + " where business_day between ? and ?",
                        from,
                        to);
        sql.append(" and t.seq between ? and ? and t.business_day between ? and ?");
        Object low = bounds.get("low");
        Object high = bounds.get("high");
        if (low == null || high == null) {
            return false;
        }
        values.addAll(List.of(low, high, from, to));
        return true;
    }

    private static Date day(@Nullable LocalDate day, LocalDate otherwise) {
        return Date.valueOf(day == null ? otherwise : day);
    }
}
