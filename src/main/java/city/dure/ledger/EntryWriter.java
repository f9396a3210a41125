package city.dure.ledger;

import city.dure.merkle.Hashes;
import city.dure.shared.Actor;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes entries at once and their pending rows, which carry all that the seal files, as the last
 * thing before commit.
 *
 * <p>A pending row draws the entry's order number. Hibernate would write changed rows only after
 * {@code beforeCommit}, so it is flushed first: the number is drawn when all row locks are held,
 * and of two transactions that met on a row the later one has the higher number.
 */
@Component
class EntryWriter {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private final JdbcTemplate jdbc;
    private final EntityManager entities;
    private final Signals signals;

    EntryWriter(JdbcTemplate jdbc, EntityManager entities, Signals signals) {
        this.jdbc = jdbc;
        this.entities = entities;
        this.signals = signals;
    }

    List<LedgerReceipt> write(Actor actor, Instant at, List<? extends LedgerRecord> events) {
        var entries = events.stream().map(event -> entry(actor, at, event)).toList();
        jdbc.batchUpdate(
                "insert into ledger_entry (id, kind, leaf, leaf_hash, filing)"
                        + " values (?, ?, ?, ?, ?)",
                entries.stream().map(Entry::row).toList());
        pending().add(entries);
        return entries.stream().map(entry -> new LedgerReceipt(entry.id())).toList();
    }

    private static Entry entry(Actor actor, Instant at, LedgerRecord event) {
        LedgerKind kind = kindOf(event);
        String name = kind.value() + "/" + kind.version();
        String role = actor.role().code();
        var details = Details.of(event);
        var about = Details.subjects(event);
        Leaf leaf =
                kind.open()
                        ? Leaf.open(name, at, role, actor.ref(), details)
                        : Leaf.closed(name, at, role, actor.ref(), details);
        var terms = EntryFilter.termsOf(kind, role, actor.ref(), about);
        var day = LocalDate.ofInstant(at, SEOUL);
        return new Entry(newId(), name, leaf, terms, day);
    }

    // Ids that grow keep what is written at once side by side in the index.
    private static UUID newId() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }

    private static LedgerKind kindOf(LedgerRecord event) {
        LedgerKind kind = event.getClass().getAnnotation(LedgerKind.class);
        if (kind == null) {
            throw new IllegalArgumentException(event.getClass() + " names no @LedgerKind");
        }
        return kind;
    }

    private Pending pending() {
        var known = (@Nullable Pending) TransactionSynchronizationManager.getResource(this);
        if (known != null) {
            return known;
        }
        var pending = new Pending();
        TransactionSynchronizationManager.bindResource(this, pending);
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    private record Entry(UUID id, String kind, Leaf leaf, List<String> terms, LocalDate day) {
        Object[] row() {
            byte[] filing = filing(leaf.salt(), day, terms, leaf.details());
            return new Object[] {id, kind, leaf.bytes(), Hashes.leaf(leaf.bytes()), filing};
        }

        Object[] pending() {
            var now = Instant.now().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
            return new Object[] {
                id, now, Date.valueOf(day), String.join("\n", terms), leaf.salt(), leaf.details()
            };
        }
    }

    // Parts of one length first, and no text holds a NUL, so that nothing can move to its
    // neighbour.
    private static byte[] filing(byte[] salt, LocalDate day, List<String> terms, byte[] details) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(salt);
        bytes.writeBytes((day + String.join("\n", terms) + "\0").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(details);
        return Hashes.plain(bytes.toByteArray());
    }

    /**
     * A pending row as the sealer reads it back; without salt it was written before V12, and has
     * its opening already.
     *
     * @param sound whether entry and pending row are what was recorded
     */
    record Waiting(
            long orderNo,
            UUID entry,
            byte[] leafHash,
            Instant at,
            LocalDate day,
            List<String> terms,
            byte @Nullable [] salt,
            byte @Nullable [] details,
            boolean sound) {
        static Waiting of(ResultSet row, int rowNumber) throws SQLException {
            byte[] leaf = row.getBytes("leaf");
            byte[] leafHash = row.getBytes("leaf_hash");
            byte[] filing = row.getBytes("filing");
            byte[] salt = row.getBytes("salt");
            byte[] details = row.getBytes("details");
            var day = row.getDate("business_day").toLocalDate();
            var terms = row.getString("terms").lines().toList();
            boolean filed =
                    filing == null
                            || (salt != null
                                    && details != null
                                    && Arrays.equals(filing, filing(salt, day, terms, details)));
            return new Waiting(
                    row.getLong("order_no"),
                    row.getObject("entry_id", UUID.class),
                    leafHash,
                    EntryRows.instant(row, "at"),
                    day,
                    terms,
                    salt,
                    details,
                    filed && leaf != null && Arrays.equals(Hashes.leaf(leaf), leafHash));
        }

        long waited(Instant sealedAt) {
            return Math.max(0, sealedAt.toEpochMilli() - at.toEpochMilli());
        }
    }

    /** The entries of one transaction that still have to draw their order number. */
    private final class Pending implements TransactionSynchronization {
        private final List<Entry> entries = new ArrayList<>();
        private boolean drawn;

        void add(List<Entry> more) {
            if (drawn) {
                draw(more);
            } else {
                entries.addAll(more);
            }
        }

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            if (entities.isJoinedToTransaction()) {
                entities.flush();
            }
            draw(entries);
            drawn = true;
        }

        private void draw(List<Entry> some) {
            jdbc.batchUpdate(
                    "insert into ledger_pending"
                            + " (entry_id, at, business_day, terms, salt, details)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    some.stream().map(Entry::pending).toList());
        }

        // An inner transaction of its own must not leave its entries to the outer one's fate.
        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(EntryWriter.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(EntryWriter.this, this);
        }

        @Override
        public void afterCommit() {
            signals.committed.raise();
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(EntryWriter.this);
        }
    }
}
