package city.dure.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.dure.ledger.TestRecords.ThingHidden;
import city.dure.ledger.TestRecords.ThingId;
import city.dure.ledger.TestRecords.ThingShown;
import city.dure.shared.Actor;
import city.dure.verification.LedgerVerification;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an event's values become, and that one which has no one form leaves nothing half done. */
@Tag("database")
class WhatEntriesHoldTests {
    private TestLedger test;

    @LedgerKind(value = "test.numbers_shown", open = true)
    private record NumbersShown(long number, BigInteger large, BigDecimal exact)
            implements LedgerRecord {}

    @LedgerKind(value = "test.rounded_shown", open = true)
    private record RoundedShown(double number) implements LedgerRecord {}

    @BeforeEach
    void makeALedgerBesideABusiness() {
        test = new TestLedger();
        test.jdbc.execute("create table shop (name varchar(40))");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud800", "a\udc00", "\ude00\ud83d"})
    void refusesHalfOfASurrogatePairAndUndoesAll(String text) {
        for (LedgerRecord event :
                List.of(
                        new ThingShown(ThingId.random(), text),
                        new ThingHidden(ThingId.random(), 1, Map.of("note", text)),
                        new ThingHidden(ThingId.random(), 1, Map.of(text, "note")))) {
            assertThatThrownBy(
                            () -> test.transaction.executeWithoutResult(status -> openAShop(event)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("half of a surrogate pair");
        }
        assertThat(count("shop")).isZero();
        assertThat(count("ledger_entry")).isZero();
        assertThat(count("ledger_pending")).isZero();
    }

    @Test
    void recordsNoneOfABatchOfWhichOneIsRefused() {
        var good = new ThingShown(ThingId.random(), "red");
        var bad = new ThingShown(ThingId.random(), "\ud800");
        test.transaction.executeWithoutResult(status ->
                assertThatThrownBy(() -> test.ledger.recordAll(Actor.SYSTEM, List.of(good, bad)))
                        .isInstanceOf(IllegalArgumentException.class));
        assertThat(count("ledger_entry")).as("also where the caller goes on").isZero();
        assertThat(count("ledger_pending")).isZero();
    }

    @Test
    void keepsNumbersToTheDigit() throws Exception {
        var numbers =
                new NumbersShown(
                        9_007_199_254_740_993L,
                        new BigInteger("123456789012345678901234567890"),
                        new BigDecimal("1E+3"));
        test.record(Actor.SYSTEM, numbers);
        test.seal();
        assertThat(leaf())
                .contains(
                        "\"exact\":\"1000\"",
                        "\"large\":\"123456789012345678901234567890\"",
                        "\"number\":\"9007199254740993\"");
        assertThat(LedgerVerification.check(test.database(), null).damages()).isEmpty();
        assertThatThrownBy(() -> test.record(Actor.SYSTEM, new RoundedShown(0.1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsHangulAsSyllables() throws Exception {
        String decomposed = Normalizer.normalize("빨강", Normalizer.Form.NFD);
        test.record(Actor.SYSTEM, new ThingShown(ThingId.random(), decomposed, List.of("😀")));
        test.record(
                Actor.SYSTEM, new ThingHidden(ThingId.random(), 1, Map.of(decomposed, decomposed)));
        test.seal();
        assertThat(leaf()).contains("\"colour\":\"빨강\"", "\"tags\":[\"😀\"]");
        assertThat(details()).contains("\"notes\":{\"빨강\":\"빨강\"}");
        assertThat(LedgerVerification.check(test.database(), null).damages()).isEmpty();
    }

    private void openAShop(LedgerRecord event) {
        test.jdbc.update("insert into shop values ('Bakery')");
        test.record(Actor.SYSTEM, new ThingShown(ThingId.random(), "red"));
        test.ledger.record(Actor.SYSTEM, event);
    }

    private String leaf() {
        return text(
                "select leaf from ledger_entry e join ledger_leaf l on l.entry_id = e.id"
                        + " where seq = 0");
    }

    private String details() {
        return text(
                "select details from ledger_opening o join ledger_leaf l using (entry_id)"
                        + " where seq = 1");
    }

    private String text(String sql) {
        return new String(test.jdbc.queryForList(sql, byte[].class).getFirst(), UTF_8);
    }

    private long count(String table) {
        return test.jdbc.queryForList("select count(*) from " + table, Long.class).getFirst();
    }
}
