package city.dure.merchants;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerRecord;
import city.dure.replay.Difference;
import city.dure.replay.Replays;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Entries about businesses, one after the other, without any table. */
class MerchantReplayTests {
    private static final String SHOP = MerchantId.random().ref();
    private final List<Difference> found = new ArrayList<>();
    private final Replays replays = Replays.of(new MerchantReplay());
    private long next;

    @Test
    void countsStates() {
        String other = MerchantId.random().ref();
        entry("listed", Map.of("merchant", SHOP, "category", "cafe", "state", "listed"));
        entry("approved", Map.of("merchant", SHOP, "category", "cafe"));
        entry("suspended", Map.of("merchant", SHOP, "reason", "papers"));
        entry("listed", Map.of("merchant", other, "category", "cafe", "state", "closed"));
        assertThat(found).isEmpty();
        assertThat(counts()).containsExactlyInAnyOrderEntriesOf(counted(0, 0, 1, 1));
        entry("resumed", Map.of("merchant", SHOP));
        entry("listed", Map.of("merchant", other, "category", "cafe", "state", "listed"));
        assertThat(found).isEmpty();
        assertThat(counts()).containsExactlyInAnyOrderEntriesOf(counted(1, 1, 0, 0));
    }

    @Test
    void findsAnApprovalOfWhatIsApproved() {
        entry("approved", Map.of("merchant", SHOP, "category", "cafe"));
        entry("approved", Map.of("merchant", SHOP, "category", "cafe"));
        assertThat(found)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.number()).isEqualTo(1);
                    assertThat(one.row()).isEqualTo(SHOP);
                    assertThat(one.sentence())
                            .startsWith("Entry 1 (merchant.approved/1) speaks of " + SHOP)
                            .contains("Entry 0 leaves it with the status 'APPROVED'");
                });
    }

    @Test
    void findsWhatDoesNotFollow() {
        entry("suspended", Map.of("merchant", SHOP, "reason", "papers"));
        entry("suspended", Map.of("merchant", SHOP, "reason", "papers"));
        entry("listed", Map.of("merchant", SHOP, "category", "cafe", "state", "listed"));
        entry("resumed", Map.of("merchant", SHOP));
        entry("closed", Map.of("merchant", SHOP, "reason", "owner_request"));
        entry("closed", Map.of("merchant", SHOP, "reason", "owner_request"));
        assertThat(found).extracting(Difference::number).containsExactly(0L, 1L, 2L, 3L, 5L);
    }

    @Test
    void findsWhatSpeaksOfNobody() {
        entry("changed", Map.of("merchant", SHOP, "fields", List.of("name")));
        entry("placed", Map.of("outlines", "1", "districts", Map.of(SHOP, "hosu")));
        assertThat(found)
                .hasSize(2)
                .allMatch(one -> one.sentence().contains("none has listed or approved it"));
    }

    @Test
    void closesWhatAWrongListBroughtAsClosed() {
        entry("listed", Map.of("merchant", SHOP, "category", "cafe", "state", "closed"));
        entry("closed", Map.of("merchant", SHOP, "reason", "taken_back", "list", "i-x"));
        assertThat(found).isEmpty();
    }

    @Test
    void findsWhatCannotBeUnderstood() {
        entry("approved", Map.of("merchant", SHOP));
        entry("approved", Map.of("merchant", "m-x", "category", "cafe"));
        replays.apply(9L, "merchant.closed/2", Map::of, found::add);
        assertThat(found).hasSize(3);
        assertThat(found.getFirst().sentence()).contains("'category' is missing");
        assertThat(found.getLast().sentence()).contains("Entry 9", "version is not known");
    }

    @Test
    void saysThatItIsNotKnownWhereAnEntryCannotBeRead() {
        replays.apply(4L, "merchant.closed/1", () -> null, found::add);
        entry("suspended", Map.of("merchant", SHOP, "reason", "papers"));
        assertThat(found).isEmpty();
        assertThat(replays.results())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.inFull()).isFalse();
                    assertThat(one.closed()).isEqualTo("Entry 4");
                    assertThat(one.counts()).isEmpty();
                });
    }

    /** A new kind must not go past the replay unnoticed. */
    @Test
    void readsEveryKindButThoseAboutStaff() {
        var kinds =
                Arrays.stream(MerchantRecords.class.getDeclaredClasses())
                        .filter(LedgerRecord.class::isAssignableFrom)
                        .map(type -> type.getAnnotation(LedgerKind.class).value())
                        .toList();
        var read = new ArrayList<>(new MerchantReplay().kinds());
        read.addAll(Set.of("merchant.member_added", "merchant.member_removed"));
        assertThat(kinds).containsExactlyInAnyOrderElementsOf(read);
    }

    private void entry(String kind, Map<String, Object> details) {
        replays.apply(next++, "merchant." + kind + "/1", () -> details, found::add);
    }

    private Map<String, Long> counts() {
        return replays.results().getFirst().counts();
    }

    private static Map<String, Long> counted(
            long listed, long approved, long suspended, long closed) {
        return new TreeMap<>(
                Map.of(
                        "listed",
                        listed,
                        "approved",
                        approved,
                        "suspended",
                        suspended,
                        "closed",
                        closed));
    }
}
