package city.dure.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The business clock of the demo: over an empty database it begins {@link #BACK} ago and is moved
 * forward until now; ever after, and over any other database, it is the system's. It never goes
 * backwards, never runs ahead, and only this room can move it.
 */
@Component("businessClock")
@Profile("demo")
@DependsOnDatabaseInitialization
class DemoClock extends Clock {
    /** A day for the city to be made in, and fourteen to live. */
    static final Duration BACK = Duration.ofDays(15);

    private final Clock world = Clock.systemUTC();
    private volatile Duration behind;

    DemoClock(JdbcTemplate jdbc, @Value("${dure.demo-history:false}") boolean wanted) {
        this.behind = wanted && isEmpty(jdbc) ? BACK : Duration.ZERO;
    }

    private static boolean isEmpty(JdbcTemplate jdbc) {
        return jdbc.queryForList("select 1 from ledger_entry limit 1", Integer.class).isEmpty();
    }

    /** Whether it is still earlier here than in the world. */
    boolean isBehind() {
        return !behind.isZero();
    }

    /** What time it is in the world. */
    Instant present() {
        return world.instant();
    }

    /** Goes forward to now, for good. */
    synchronized void arrive() {
        behind = Duration.ZERO;
    }

    /** Goes forward to a moment, at most until now; stays where it is later already. */
    synchronized void forwardTo(Instant moment) {
        Duration left = Duration.between(moment, present());
        if (left.compareTo(behind) < 0) {
            behind = left.isNegative() ? Duration.ZERO : left;
        }
    }

    @Override
    public Instant instant() {
        return present().minus(behind);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        InstantSource same = this::instant;
        return same.withZone(zone);
    }
}
