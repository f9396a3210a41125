package city.dure.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.dure.ledger.AlteredLedger;
import city.dure.ledger.LedgerRecord;
import city.dure.ledger.TestLedger;
import city.dure.ledger.TestRecords.ThingHidden;
import city.dure.ledger.TestRecords.ThingId;
import city.dure.ledger.TestRecords.ThingShown;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.verification.Damage.Kind;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each test alters a sound ledger as the owner of its database could, and is found out. */
@Tag("database")
class VerificationTests {
    private static final Actor OFFICER =
            new Actor("u-00000000000000000000000001", Role.MERCHANT_OFFICER);
    private static final int SIZE = 14;
    private TestLedger test;
    private RememberedHead head;

    @BeforeEach
    void isSoundAtFirst() throws Exception {
        test = new TestLedger();
        for (int i = 0; i < SIZE / 2; i++) {
            var thing = ThingId.random();
            test.record(
                    OFFICER,
                    new ThingShown(thing, "빨강", List.of("하나", ThingId.random().ref())),
                    new ThingHidden(thing, i, Map.of("note", "x\"y")));
            if (i % 2 == 0) {
                test.seal();
            }
        }
        test.seal();
        var report = LedgerVerification.check(test.database(), null);
        assertThat(report.damages()).isEmpty();
        assertThat(report.size()).isEqualTo(SIZE);
        head = Objects.requireNonNull(report.head());
        AlteredLedger.bypass(test.jdbc());
    }

    @Test
    void staysSoundWithoutTriggers() {
        assertThat(check(head).sound()).isTrue();
        var hex = SIZE + ":" + HexFormat.of().formatHex(head.root());
        assertThat(check(RememberedHead.parse(hex)).sound()).isTrue();
        assertThat(check(RememberedHead.parse(head.toString())).sound()).isTrue();
    }

    @Test
    void continuesAnOlderHead() {
        record(new ThingShown(ThingId.random(), "blue"));
        assertThat(check(null).pending()).isEqualTo(1);
        test.seal();
        var report = check(head);
        assertThat(report.sound()).isTrue();
        assertThat(report.size()).isEqualTo(SIZE + 1);
    }

    @Test
    void findsAChangedByte() {
        byte[] leaf = bytes("select leaf from ledger_entry where id = ?", entry(5));
        leaf[20] ^= 1;
        update("update ledger_entry set leaf = ? where id = ?", leaf, entry(5));
        found(5L, Kind.CHANGED);
    }

    @Test
    void findsAChangedByteWhoseHashesWereMadeToFit() {
        byte[] leaf = bytes("select leaf from ledger_entry where id = ?", entry(4));
        leaf[20] ^= 1;
        byte[] hash = city.dure.merkle.Hashes.leaf(leaf);
        update(
                "update ledger_entry set leaf = ?, leaf_hash = ? where id = ?",
                leaf,
                hash,
                entry(4));
        update("update ledger_leaf set leaf_hash = ? where seq = 4", hash);
        assertThat(check(null).damages())
                .anySatisfy(damage -> assertThat(damage.kind()).isEqualTo(Kind.CHAIN))
                .allSatisfy(damage -> assertThat(damage.number()).isEqualTo(4));
    }

    @Test
    void findsADeletedEntry() {
        update("delete from ledger_opening where entry_id = ?", entry(3));
        update("delete from ledger_subject where entry_id = ?", entry(3));
        UUID id = entry(3);
        update("delete from ledger_leaf where seq = 3");
        update("delete from ledger_entry where id = ?", id);
        found(3L, Kind.DELETED);
    }

    @Test
    void findsAnEntryWhoseBytesAreGone() {
        update("delete from ledger_entry where id = ?", entry(3));
        found(3L, Kind.DELETED);
    }

    @Test
    void findsSwappedEntries() {
        update("update ledger_leaf set seq = -1 where seq = 6");
        update("update ledger_leaf set seq = 6 where seq = 8");
        update("update ledger_leaf set seq = 8 where seq = -1");
        found(6L, Kind.CHAIN);
    }

    @Test
    void findsSwappedContents() {
        UUID six = entry(6);
        UUID eight = entry(8);
        update("update ledger_leaf set entry_id = ? where seq = 6", UUID.randomUUID());
        update("update ledger_leaf set entry_id = ? where seq = 8", six);
        update("update ledger_leaf set entry_id = ? where seq = 6", eight);
        found(6L, Kind.CHANGED);
    }

    @Test
    void findsACutTail() {
        update("delete from ledger_leaf where seq >= 10");
        found(10L, Kind.DELETED);
    }

    @Test
    void findsACutTailWhoseHeadWasMadeToFit() {
        AlteredLedger.cut(test.jdbc(), 10);
        assertThat(check(null).sound()).as("agrees with itself").isTrue();
        var report = check(head);
        assertThat(report.damages()).extracting(Damage::kind).containsExactly(Kind.REMEMBERED);
        assertThat(report.damages().getFirst().sentence()).contains("shorter", "10", "14");
    }

    @Test
    void findsARewrittenSuffixOnlyByARememberedHead() {
        AlteredLedger.cut(test.jdbc(), 10);
        test = test.reopened();
        for (int i = 10; i < SIZE; i++) {
            record(new ThingShown(ThingId.random(), "another past"));
        }
        test.seal();
        assertThat(check(null).sound()).as("agrees with itself").isTrue();
        var report = check(head);
        assertThat(report.damages()).extracting(Damage::kind).containsExactly(Kind.REMEMBERED);
        assertThat(report.damages().getFirst().sentence()).contains("rewritten");
    }

    @Test
    void findsChangedAndMissingOpenings() {
        update(
                "update ledger_opening set details = details || ? where entry_id = ?",
                b(" "),
                entry(9));
        found(9L, Kind.OPENING);
        update("update ledger_opening set salt = ? where entry_id = ?", new byte[32], entry(7));
        found(7L, Kind.OPENING);
        update("delete from ledger_opening where entry_id = ?", entry(2));
        found(2L, Kind.OPENING);
    }

    @Test
    void findsAChangedActorInOpenAndClosedEntries() {
        String other = "update ledger_subject set subject = 'system' where relation = 'by'";
        update(other + " and entry_id = ?", entry(5));
        found(5L, Kind.SUBJECT);
        update(other + " and entry_id = ?", entry(4));
        found(4L, Kind.SUBJECT);
    }

    @Test
    void findsAHistoryWithARowTooFewOrTooMany() {
        update(
                "insert into ledger_subject (entry_id, subject, relation) values (?, 'm-X', 'about')",
                entry(8));
        found(8L, Kind.SUBJECT);
        update("delete from ledger_subject where relation = 'about' and entry_id = ?", entry(1));
        found(1L, Kind.SUBJECT);
    }

    @Test
    void findsAChangedOrMissingNode() {
        update("update ledger_node set hash = ? where level = 1 and idx = 6", new byte[32]);
        found(12L, Kind.TREE);
        update("delete from ledger_node where level = 2 and idx = 0");
        found(0L, Kind.TREE);
    }

    @Test
    void findsANodeTooMany() {
        update("insert into ledger_node (level, idx, hash) values (40, 0, ?)", new byte[32]);
        found(null, Kind.TREE);
    }

    @Test
    void findsAChangedHead() {
        update("update ledger_head set chain_hash = ?", new byte[32]);
        found(null, Kind.HEAD);
    }

    @Test
    void findsAnEntryThatWasTakenOutOfTheQueue() {
        record(new ThingShown(ThingId.random(), "blue"));
        update("delete from ledger_pending");
        found(null, Kind.LOST);
    }

    @Test
    void findsAWaitingEntryThatWasChanged() {
        var id = record(new ThingShown(ThingId.random(), "blue"));
        update("update ledger_entry set leaf = ? where id = ?", b("{}"), id);
        found(null, Kind.CHANGED);
    }

    @Test
    void refusesAHeadItCannotRead() {
        for (String text : List.of("", "12", "x:y", "12:abc", "-1:" + "0".repeat(64))) {
            assertThatThrownBy(() -> RememberedHead.parse(text))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private Report check(@Nullable RememberedHead remembered) {
        try {
            return LedgerVerification.check(test.database(), remembered);
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void found(@Nullable Long number, Kind kind) {
        var report = check(null);
        assertThat(report.sound()).isFalse();
        assertThat(report.head()).isNull();
        var first = report.damages().getFirst();
        assertThat(first.number()).as(first.sentence()).isEqualTo(number);
        assertThat(first.kind()).as(first.sentence()).isEqualTo(kind);
    }

    private UUID record(LedgerRecord event) {
        return test.record(OFFICER, event).getFirst().entry();
    }

    private UUID entry(long number) {
        return Objects.requireNonNull(
                test.jdbc()
                        .queryForObject(
                                "select entry_id from ledger_leaf where seq = ?",
                                UUID.class,
                                number));
    }

    private byte[] bytes(String sql, Object value) {
        return Objects.requireNonNull(test.jdbc().queryForObject(sql, byte[].class, value));
    }

    private static byte[] b(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private void update(String sql, Object... values) {
        assertThat(test.jdbc().update(sql, values)).as(sql).isPositive();
    }
}
