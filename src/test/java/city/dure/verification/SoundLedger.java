package city.dure.verification;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.ledger.AlteredLedger;
import city.dure.ledger.LedgerRecord;
import city.dure.ledger.TestLedger;
import city.dure.ledger.TestRecords.ThingHidden;
import city.dure.ledger.TestRecords.ThingId;
import city.dure.ledger.TestRecords.ThingShown;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.verification.Damage.Kind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** A sound ledger that each test alters, as the owner of its database could. */
abstract class SoundLedger {
    static final Actor OFFICER = new Actor("u-00000000000000000000000001", Role.MERCHANT_OFFICER);
    static final int SIZE = 14;
    TestLedger test;
    RememberedHead head;

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

    Report check(@Nullable RememberedHead remembered) {
        try {
            return LedgerVerification.check(test.database(), remembered);
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
    }

    void found(@Nullable Long number, Kind kind) {
        var report = check(null);
        assertThat(report.sound()).isFalse();
        assertThat(report.head()).isNull();
        var first = report.damages().getFirst();
        assertThat(first.number()).as(first.sentence()).isEqualTo(number);
        assertThat(first.kind()).as(first.sentence()).isEqualTo(kind);
    }

    UUID record(LedgerRecord event) {
        return test.record(OFFICER, event).getFirst().entry();
    }

    UUID entry(long number) {
        return Objects.requireNonNull(
                test.jdbc()
                        .queryForObject(
                                "select entry_id from ledger_leaf where seq = ?",
                                UUID.class,
                                number));
    }

    byte[] bytes(String sql, Object value) {
        return Objects.requireNonNull(test.jdbc().queryForObject(sql, byte[].class, value));
    }

    static byte[] b(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    void update(String sql, Object... values) {
        assertThat(test.jdbc().update(sql, values)).as(sql).isPositive();
    }
}
