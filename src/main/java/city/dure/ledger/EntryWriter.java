package city.dure.ledger;

import city.dure.shared.Actor;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes entries at once and their pending rows as the last thing before commit.
 *
 * <p>A pending row draws the entry's order number. Hibernate would write changed rows only after
 * {@code beforeCommit}, so it is flushed first: the number is drawn when all row locks are held,
 * and of two transactions that met on a row the later one has the higher number.
 */
@Component
class EntryWriter {
    private final JdbcTemplate jdbc;
    private final EntityManager entities;

    EntryWriter(JdbcTemplate jdbc, EntityManager entities) {
        this.jdbc = jdbc;
        this.entities = entities;
    }

    List<LedgerReceipt> write(Actor actor, Instant at, List<? extends LedgerRecord> events) {
        var entries = events.stream().map(event -> entry(actor, at, event)).toList();
        jdbc.batchUpdate(
                "insert into ledger_entry (id, kind, leaf, leaf_hash) values (?, ?, ?, ?)",
                entries.stream().map(Entry::row).toList());
        jdbc.batchUpdate(
                "insert into ledger_opening (entry_id, salt, details) values (?, ?, ?)",
                entries.stream().map(Entry::opening).toList());
        jdbc.batchUpdate(
                "insert into ledger_subject (entry_id, subject, relation) values (?, ?, ?)",
                entries.stream().flatMap(entry -> entry.subjects().stream()).toList());
        pending().addAll(entries.stream().map(Entry::id).toList());
        return entries.stream().map(entry -> new LedgerReceipt(entry.id())).toList();
    }

    private Entry entry(Actor actor, Instant at, LedgerRecord event) {
        LedgerKind kind = kindOf(event);
        String name = kind.value() + "/" + kind.version();
        var details = Details.of(event);
        Leaf leaf =
                kind.open()
                        ? Leaf.open(name, at, actor.role().code(), actor.ref(), details)
                        : Leaf.closed(name, at, actor.role().code(), actor.ref(), details);
        return new Entry(UUID.randomUUID(), name, leaf, actor.ref(), Details.subjects(event));
    }

    private static LedgerKind kindOf(LedgerRecord event) {
        LedgerKind kind = event.getClass().getAnnotation(LedgerKind.class);
        if (kind == null) {
            throw new IllegalArgumentException(event.getClass() + " names no @LedgerKind");
        }
        return kind;
    }

    private List<UUID> pending() {
        @SuppressWarnings("unchecked")
        var known = (List<UUID>) TransactionSynchronizationManager.getResource(this);
        return known != null ? known : newPending();
    }

    private List<UUID> newPending() {
        var pending = new ArrayList<UUID>();
        TransactionSynchronizationManager.bindResource(this, pending);
        TransactionSynchronizationManager.registerSynchronization(new LastBeforeCommit(pending));
        return pending;
    }

    private record Entry(UUID id, String kind, Leaf leaf, String by, java.util.Set<String> about) {
        Object[] row() {
            return new Object[] {id, kind, leaf.bytes(), Hashes.leaf(leaf.bytes())};
        }

        Object[] opening() {
            return new Object[] {id, leaf.salt(), leaf.details()};
        }

        List<Object[]> subjects() {
            var rows = new ArrayList<Object[]>();
            rows.add(new Object[] {id, by, "by"});
            about.forEach(subject -> rows.add(new Object[] {id, subject, "about"}));
            return rows;
        }
    }

    private final class LastBeforeCommit implements TransactionSynchronization {
        private final List<UUID> pending;

        LastBeforeCommit(List<UUID> pending) {
            this.pending = pending;
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
            jdbc.batchUpdate(
                    "insert into ledger_pending (entry_id) values (?)",
                    pending.stream().map(id -> new Object[] {id}).toList());
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(EntryWriter.this);
        }
    }
}
