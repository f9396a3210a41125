package city.dure.access;

import city.dure.ledger.Ledger;
import city.dure.shared.Actor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Puts a digest of each past day of the access log into the ledger, once over all instances. */
@Component
class Digests {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final int DAYS_BACK = 7;
    private static final int STANDSTILL = 92;
    private static final long HOUR = 3_600_000;

    private final JdbcClient jdbc;
    private final AccessLog log;
    private final Limits limits;
    private final Ledger ledger;
    private final Clock clock;
    private final TransactionOperations transaction;

    Digests(
            JdbcClient jdbc,
            AccessLog log,
            Limits limits,
            Ledger ledger,
            Clock clock,
            TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.log = log;
        this.limits = limits;
        this.ledger = ledger;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = HOUR)
    void catchUp() {
        LocalDate today = LocalDate.now(clock.withZone(SEOUL));
        since(today)
                .datesUntil(today)
                .forEach(day -> transaction.executeWithoutResult(status -> digest(day)));
        limits.sweep();
        log.sweep();
    }

    /** From the last day that has one on: also after a standstill of weeks none is left out. */
    private LocalDate since(LocalDate today) {
        LocalDate week = today.minusDays(DAYS_BACK);
        LocalDate longest = today.minusDays(STANDSTILL);
        return jdbc.sql("select max(business_day) from access_digest")
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .filter(last -> last.isBefore(week))
                .map(last -> last.isBefore(longest) ? longest : last)
                .orElse(week);
    }

    /** Whoever inserts the day's row first records its digest; the others wait, and find it. */
    void digest(LocalDate day) {
        List<Access> lines = log.ofDay(day);
        if (lines.isEmpty() || !first(day)) {
            return;
        }
        ledger.record(Actor.SYSTEM, new AccessDigested(day, counts(lines), hash(lines)));
    }

    private boolean first(LocalDate day) {
        return jdbc.sql("select count(*) from access_digest where business_day = ?")
                                .param(day)
                                .query(Integer.class)
                                .single()
                        == 0
                && jdbc.sql(
                                        "insert into access_digest (business_day) values (?)"
                                                + " on conflict do nothing")
                                .param(day)
                                .update()
                        == 1;
    }

    private static Map<String, String> counts(List<Access> lines) {
        var counts = new TreeMap<String, Integer>();
        lines.forEach(line -> counts.merge(line.what().code(), line.times(), Integer::sum));
        var texts = new TreeMap<String, String>();
        counts.forEach((what, times) -> texts.put(what, String.valueOf(times)));
        return texts;
    }

    static String hash(List<Access> lines) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            lines.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
