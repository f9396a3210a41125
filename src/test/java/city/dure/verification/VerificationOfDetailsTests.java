package city.dure.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.dure.ledger.TestRecords.ThingHidden;
import city.dure.ledger.TestRecords.ThingId;
import city.dure.ledger.TestRecords.ThingShown;
import city.dure.verification.Damage.Kind;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What belongs to sealed entries: openings, history, nodes, head, queue. */
@Tag("database")
class VerificationOfDetailsTests extends SoundLedger {
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
    void findsAnOpeningTooMany() {
        test.jdbc().execute("alter table ledger_opening rename to opening_before");
        test.jdbc().execute("create table ledger_opening as select * from opening_before");
        assertThat(check(null).damages()).isEmpty();
        update(
                "insert into ledger_opening select entry_id, salt, ? from ledger_opening"
                        + " where entry_id = ?",
                b("{}"),
                entry(6));
        found(6L, Kind.DELETED);
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

    /** As of businesses that lie in other districts now: each is named by its key alone. */
    @Test
    void takesWhomAMapNamesForConcerned() {
        var about = Map.of(ThingId.random().ref(), "호수동", ThingId.random().ref(), "");
        UUID id = record(new ThingHidden(ThingId.random(), 1, about));
        test.seal();
        assertThat(check(null).damages()).isEmpty();
        update(
                "delete from ledger_subject where entry_id = ? and subject = ?",
                id,
                about.keySet().iterator().next());
        found((long) SIZE, Kind.SUBJECT);
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
    void findsAnEntryHiddenFromLists() {
        update("delete from ledger_term where term = 'any' and seq = 3");
        found(null, Kind.FILING);
    }

    @Test
    void findsAnEntryShownInAnothersList() {
        update("update ledger_term set term = 'kind:other' where term like 'kind:%' and seq = 2");
        found(null, Kind.FILING);
    }

    @Test
    void findsAnEntryMovedToAnotherDay() {
        update("update ledger_term set business_day = date '2020-01-01' where seq = 5");
        found(null, Kind.FILING);
    }

    @Test
    void findsARowWithoutADay() {
        test.jdbc().execute("alter table ledger_term alter column business_day drop not null");
        update("update ledger_term set business_day = null where seq = 3 and term = 'any'");
        found(null, Kind.FILING);
    }

    @Test
    void findsADayCutShort() {
        update("update ledger_day set last_seq = last_seq - 1");
        found(null, Kind.FILING);
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
    void findsAnEntryThatWaitsTwice() {
        record(new ThingShown(ThingId.random(), "blue"));
        update(
                "insert into ledger_pending (entry_id, at, business_day, terms, salt, details)"
                        + " select entry_id, at, business_day, terms, salt, details"
                        + " from ledger_pending");
        found(null, Kind.LOST);
    }

    @Test
    void findsOpeningsAndSubjectsOfNoEntry() {
        var id = UUID.randomUUID();
        update(
                "insert into ledger_opening (entry_id, salt, details) values (?, ?, ?)",
                id,
                b(""),
                b(""));
        found(null, Kind.OPENING);
        update(
                "insert into ledger_subject (entry_id, subject, relation) values (?, 'm-X', 'by')",
                id);
        assertThat(check(null).damages()).hasSize(2);
    }

    @Test
    void findsAWaitingEntryWhosePendingRowWasChanged() {
        record(new ThingHidden(ThingId.random(), 1, Map.of()));
        update("update ledger_pending set details = details || ?", b(" "));
        found(null, Kind.OPENING);
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
}
