package city.dure.access;

import city.dure.shared.Actor;
import city.dure.web.TooMany;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts tries in the database, so that all instances count together. */
@Service
@Transactional
public class Limits {
    static final Duration WINDOW = Duration.ofMinutes(15);

    private static final int LOOKS = 60;

    private final JdbcClient jdbc;
    private final Clock clock;

    Limits(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What is counted together.
     *
     * @param name at most 100 characters
     * @param allowed how many tries it takes in a quarter of an hour
     */
    public record Bucket(String name, int allowed) {}

    /**
     * Counts one try in each bucket, up to the first that is full: who is held up by a narrow one
     * takes nothing from what everybody shares.
     *
     * @param buckets the narrowest first; kinds of buckets in one order, so that two tries never
     *     wait for each other
     * @return how long to wait when one of them is full; empty when the try may go on
     */
    public Optional<Duration> take(Bucket... buckets) {
        return take(List.of(buckets));
    }

    Optional<Duration> take(List<Bucket> buckets) {
        return buckets.stream()
                .flatMap(bucket -> take(bucket.name(), bucket.allowed()).stream())
                .findFirst();
    }

    /**
     * Counts that an official opens the person behind a shop.
     *
     * @throws TooMany after sixty within a quarter of an hour
     */
    public void countLook(Actor official) {
        if (take(new Bucket("looks of " + official.ref(), LOOKS)).isPresent()) {
            throw new TooMany("looks at people behind shops");
        }
    }

    /** Gives one try back, because it was a good one. */
    void giveBack(Iterable<String> buckets) {
        for (String bucket : buckets) {
            jdbc.sql("update access_limit set tries = tries - 1 where bucket = ? and tries > 0")
                    .param(bucket)
                    .update();
        }
    }

    /** Buckets that count nothing any more. */
    void sweep() {
        jdbc.sql("delete from access_limit where ends < ?").param(now()).update();
    }

    private Optional<Duration> take(String bucket, int allowed) {
        jdbc.sql(
                        "insert into access_limit (bucket, ends, tries) values (?, ?, 0)"
                                + " on conflict do nothing")
                .params(bucket, now())
                .update();
        jdbc.sql(
                        "update access_limit set tries = case when ends <= :now then 1"
                                + " else tries + 1 end, ends = case when ends <= :now"
                                + " then cast(:later as timestamp with time zone) else ends end"
                                + " where bucket = :bucket")
                .param("now", now())
                .param("later", now().plus(WINDOW))
                .param("bucket", bucket)
                .update();
        return jdbc.sql("select ends from access_limit where bucket = ? and tries > ?")
                .params(bucket, allowed)
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional()
                .map(this::until);
    }

    private Duration until(Instant ends) {
        return Duration.between(clock.instant(), ends);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
