package city.dure.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import city.dure.ledger.TestRecords.ThingHidden;
import city.dure.ledger.TestRecords.ThingId;
import city.dure.ledger.TestRecords.ThingShown;
import city.dure.merkle.Hashes;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("database")
class SealingTests {
    private static final Actor OFFICER = new Actor("u-OFFICER", Role.MERCHANT_OFFICER);
    private TestLedger test;

    @BeforeEach
    void startsEmpty() {
        test = new TestLedger();
    }

    @Test
    void givesDenseNumbersInTheOrderOfCommit() {
        var thing = ThingId.random();
        test.record(OFFICER, new ThingShown(thing, "red"), new ThingHidden(thing, 5));
        test.transaction.executeWithoutResult(status -> {
            test.ledger.record(OFFICER, new ThingShown(thing, "never"));
            status.setRollbackOnly();
        });
        test.record(Actor.SYSTEM, new ThingShown(thing, "blue"));
        test.seal();

        assertThat(test.entries.size()).isEqualTo(3);
        assertThat(test.entries.from(0, 10))
                .extracting(SealedEntry::number, SealedEntry::kind, entry -> entry.text("colour"))
                .containsExactly(
                        tuple(0L, "test.thing_shown", "red"),
                        tuple(1L, "test.thing_hidden", ""),
                        tuple(2L, "test.thing_shown", "blue"));
        assertThat(count("ledger_pending")).isZero();
    }

    @Test
    void readsOpenAndClosedEntriesAlike() {
        var thing = ThingId.random();
        var receipts =
                test.record(OFFICER, new ThingShown(thing, "red"), new ThingHidden(thing, 5));
        assertThat(test.entries.isPending(receipts.getFirst().entry())).isTrue();
        test.seal();

        var open = test.entries.find(0).orElseThrow();
        var closed = test.entries.find(receipts.get(1).entry()).orElseThrow();
        assertThat(open.open()).isTrue();
        assertThat(open.details()).containsOnlyKeys("thing", "colour", "tags");
        assertThat(closed.open()).isFalse();
        assertThat(closed.version()).isEqualTo(2);
        assertThat(closed.details()).containsEntry("amount", "5").doesNotContainKey("by");
        assertThat(List.of(open, closed))
                .allSatisfy(entry -> assertThat(entry.actor()).isEqualTo("merchant-officer"))
                .allSatisfy(entry -> assertThat(entry.by()).isEqualTo("u-OFFICER"));
        assertThat(new String(closed.leaf(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain(thing.ref(), "officer", "OFFICER");
        assertThat(test.entries.isPending(receipts.getFirst().entry())).isFalse();
    }

    @Test
    void keepsTheTreeAcrossBatchesAndRestarts() {
        for (int size = 1; size <= 40; size++) {
            test.record(OFFICER, new ThingShown(ThingId.random(), "red"));
            (size % 3 == 0 ? test : new TestLedger(test.database)).seal();
        }
        assertThat(count("ledger_node")).isEqualTo(20 + 10 + 5 + 2 + 1);
        var hashes = leafHashes();
        assertThat(
                        test.jdbc.queryForObject(
                                "select hash from ledger_node where level = 5 and idx = 0",
                                byte[].class))
                .isEqualTo(rootOf(hashes.subList(0, 32)));
        byte[] chain = Hashes.genesis("test.example/ledger");
        for (byte[] hash : hashes) {
            chain = Hashes.chain(chain, hash);
        }
        assertThat(test.jdbc.queryForObject("select chain_hash from ledger_head", byte[].class))
                .isEqualTo(chain);
    }

    @Test
    void leavesNothingOutWithTwoSealersAndManyWriters() throws Exception {
        var other = new Seals(test.jdbc, test.transactions);
        Set<Long> given = ConcurrentHashMap.newKeySet();
        try (var pool = Executors.newFixedThreadPool(6)) {
            for (int writer = 0; writer < 4; writer++) {
                pool.execute(() -> {
                    for (int i = 0; i < 25; i++) {
                        test.record(OFFICER, new ThingShown(ThingId.random(), "red"));
                    }
                });
            }
            for (var seals : List.of(test.seals, other)) {
                pool.execute(() -> {
                    while (given.size() < 100) {
                        seals.sealNext();
                        long size = test.entries.size();
                        for (long n = 0; n < size; n++) {
                            given.add(n);
                        }
                    }
                });
            }
        }
        assertThat(
                        test.jdbc.queryForObject(
                                "select max(seq) - min(seq) + 1 from ledger_leaf", Long.class))
                .isEqualTo(100);
        assertThat(count("ledger_leaf")).isEqualTo(100);
        assertThat(count("ledger_entry")).isEqualTo(100);
    }

    @Test
    void keepsTheEntriesOfAnInnerTransactionApart() {
        var inner =
                new TransactionTemplate(
                        test.transactions,
                        new org.springframework.transaction.support.DefaultTransactionDefinition(
                                TransactionDefinition.PROPAGATION_REQUIRES_NEW));
        test.transaction.executeWithoutResult(status -> {
            test.ledger.record(OFFICER, new ThingShown(ThingId.random(), "outer"));
            inner.executeWithoutResult(
                    own -> test.ledger.record(OFFICER, new ThingShown(ThingId.random(), "inner")));
            status.setRollbackOnly();
        });
        test.seal();
        assertThat(test.entries.from(0, 10))
                .extracting(entry -> entry.text("colour"))
                .containsExactly("inner");
    }

    @Test
    void findsEntriesByWhatTheyAreFiledUnder() {
        var thing = ThingId.random();
        for (int i = 0; i < 7; i++) {
            test.record(OFFICER, new ThingShown(thing, "red"), new ThingHidden(thing, i));
            test.record(Actor.SYSTEM, new ThingShown(ThingId.random(), "blue"));
        }
        test.seal();

        assertThat(numbers(EntryFilter.everything(), null)).containsExactly(20L, 19L, 18L);
        assertThat(numbers(EntryFilter.everythingOpen(), 19L)).containsExactly(18L, 17L, 15L);
        assertThat(test.entries.about(thing.ref(), true, null, 100).rows()).hasSize(14);
        assertThat(test.entries.about(thing.ref(), false, null, 100).rows()).hasSize(7);
        var role = new EntryFilter("system", null, null, null, null, null, false);
        assertThat(numbers(role, null)).containsExactly(20L, 17L, 14L);
        var kind = new EntryFilter(null, "u-OFFICER", null, "test.thing_hidden", null, null, true);
        assertThat(numbers(kind, null)).containsExactly(19L, 16L, 13L);
        var today = LocalDate.now(java.time.ZoneId.of("Asia/Seoul"));
        assertThat(numbers(days(today, today.plusDays(1)), null)).hasSize(3);
        assertThat(numbers(days(today.plusDays(1), null), null)).isEmpty();
    }

    @Test
    void pagesThroughEverythingOnce() {
        for (int i = 0; i < 10; i++) {
            test.record(OFFICER, new ThingShown(ThingId.random(), "red"));
        }
        test.seal();
        var seen = new ArrayList<Long>();
        Long before = null;
        do {
            var page = test.entries.page(EntryFilter.everything(), before, 4);
            page.rows().forEach(entry -> seen.add(entry.number()));
            before = page.next() == null ? null : Long.valueOf(page.next());
        } while (before != null);
        assertThat(seen).containsExactly(9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L, 0L);
    }

    @Test
    void drawsTheSameSampleForTheSameSeed() {
        for (int i = 0; i < 30; i++) {
            test.record(OFFICER, new ThingShown(ThingId.random(), "red"));
        }
        test.seal();
        var drawn = test.entries.sample(5, 42, 30).stream().map(SealedEntry::number).toList();
        assertThat(drawn).hasSize(5).isSorted().doesNotHaveDuplicates();
        assertThat(test.entries.sample(5, 42, 30)).extracting(SealedEntry::number).isEqualTo(drawn);
        assertThat(test.entries.sample(5, 43, 30))
                .extracting(SealedEntry::number)
                .isNotEqualTo(drawn);
        assertThat(test.entries.sample(99, 1, 30)).hasSize(30);
    }

    private EntryFilter days(LocalDate from, @Nullable LocalDate to) {
        return new EntryFilter(null, null, null, null, from, to, true);
    }

    private List<Long> numbers(EntryFilter filter, @Nullable Long before) {
        return test.entries.page(filter, before, 3).rows().stream()
                .map(SealedEntry::number)
                .toList();
    }

    private List<byte[]> leafHashes() {
        return test.jdbc.query(
                "select leaf_hash from ledger_leaf order by seq", (row, i) -> row.getBytes(1));
    }

    /** The definition of RFC 6962 section 2.1, word for word. */
    private static byte[] rootOf(List<byte[]> hashes) {
        if (hashes.size() == 1) {
            return hashes.getFirst();
        }
        int k = Integer.highestOneBit(hashes.size() - 1);
        return Hashes.node(rootOf(hashes.subList(0, k)), rootOf(hashes.subList(k, hashes.size())));
    }

    private long count(String table) {
        return test.jdbc
                .query("select count(*) from " + table, (row, i) -> row.getLong(1))
                .getFirst();
    }
}
