package city.dure.lookups;

import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerReceipt;
import city.dure.ledger.LedgerRecord;
import city.dure.shared.Actor;
import city.dure.web.Conflict;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Auditors go through the look-ups of a month, and say that they did. */
@Service
@Transactional
class MonthlyReviews {
    private final JdbcClient jdbc;
    private final LookupRows rows;
    private final Ledger ledger;
    private final Clock clock;

    MonthlyReviews(JdbcClient jdbc, LookupRows rows, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** An auditor went through the look-ups of a month, such as {@code 2026-11}. */
    @LedgerKind(value = "lookup.reviewed", open = true)
    record Reviewed(String month, long lookups) implements LedgerRecord {}

    /** Who went through a month, and when. */
    record Review(String by, Instant at, int lookups) {}

    /**
     * Says that an auditor went through a month.
     *
     * @param seen how many look-ups the page told of
     * @throws Conflict when the auditor said so before, or the month is not over
     * @throws Conflict.Changed when there are others by now
     */
    LedgerReceipt review(Actor auditor, YearMonth month, long seen) {
        if (!month.isBefore(YearMonth.now(clock.withZone(LookupRows.SEOUL)))) {
            throw new Conflict("lookups.review.early");
        }
        long lookups = rows.sums(month).stream().mapToLong(LookupRows.Sum::lookups).sum();
        if (lookups != seen) {
            throw new Conflict.Changed("lookups.review.changed");
        }
        try {
            jdbc.sql(
                            "insert into lookup_review (of_month, reviewed_by, reviewed_at, lookups)"
                                    + " values (?, ?, ?, ?)")
                    .params(
                            month.toString(),
                            auditor.ref(),
                            clock.instant().atOffset(ZoneOffset.UTC),
                            lookups)
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Conflict("lookups.review.twice");
        }
        return ledger.record(auditor, new Reviewed(month.toString(), lookups));
    }

    /** The newest review of a month; empty as long as there is none. */
    @Transactional(readOnly = true)
    public Optional<Review> of(YearMonth month) {
        List<Review> found =
                jdbc.sql(
                                "select * from lookup_review where of_month = ?"
                                        + " order by reviewed_at desc")
                        .param(month.toString())
                        .query((row, number) ->
                                new Review(
                                        row.getString("reviewed_by"),
                                        row.getObject("reviewed_at", OffsetDateTime.class)
                                                .toInstant(),
                                        row.getInt("lookups")))
                        .list();
        return found.stream().findFirst();
    }
}
