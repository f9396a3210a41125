package city.dure.audit;

import city.dure.ledger.LedgerFollower;
import city.dure.ledger.SealedEntry;
import city.dure.web.Formats;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts the entries of each day and kind as they are sealed, so that no page has to. The table is
 * a projection: emptied, and the follower's cursor set to 0, it comes back by itself.
 */
@Component
class Days implements LedgerFollower {
    private static final int WEEK = 7;

    private final JdbcClient jdbc;
    private final Clock clock;

    Days(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "audit-days";
    }

    @Override
    public void follow(SealedEntry entry) {
        LocalDate day = LocalDate.ofInstant(entry.at(), Formats.ZONE);
        int counted =
                jdbc.sql(
                                "update audit_day set entries = entries + 1 where business_day = ? and kind = ?")
                        .params(day, entry.kind())
                        .update();
        if (counted == 0) {
            jdbc.sql("insert into audit_day (business_day, kind, entries) values (?, ?, 1)")
                    .params(day, entry.kind())
                    .update();
        }
    }

    /** The seven days up to today, oldest first; a day without entries counts 0. */
    List<Day> week() {
        LocalDate today = LocalDate.now(clock.withZone(Formats.ZONE));
        LocalDate first = today.minusDays(WEEK - 1L);
        Map<LocalDate, Day> counted =
                jdbc
                        .sql(
                                """
                                select business_day as "day", sum(entries) as entries from audit_day
                                where business_day between ? and ? group by business_day\
                                """)
                        .params(first, today)
                        .query(Day.class)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Day::day, Function.identity()));
        return first.datesUntil(today.plusDays(1))
                .map(day -> counted.getOrDefault(day, new Day(day, 0)))
                .toList();
    }

    /** One day of the business clock and how many entries it has. */
    record Day(LocalDate day, long entries) {}
}
