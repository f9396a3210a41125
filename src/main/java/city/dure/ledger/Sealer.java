package city.dure.ledger;

import city.dure.merkle.Hashes;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The thread that seals: at once when a commit of this instance wakes it after a pause, at most
 * every 100 ms under load, and each second for what other instances left. Any number of instances
 * may run one.
 */
@Component
class Sealer implements SmartLifecycle, Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration PACE = Duration.ofMillis(100);

    private final Seals seals;
    private final Signals signals;
    private final JdbcTemplate jdbc;
    private final String origin;
    private final Timer lag;
    private volatile boolean running;
    private volatile @Nullable Thread thread;
    private volatile @Nullable String problem;

    Sealer(
            Seals seals,
            Signals signals,
            JdbcTemplate jdbc,
            MeterRegistry metrics,
            @Value("${dure.log.origin:localhost/dure}") String origin) {
        this.seals = seals;
        this.signals = signals;
        this.jdbc = jdbc;
        this.origin = origin;
        this.lag =
                Timer.builder("dure.ledger.seal.lag")
                        .description("Time between an entry's recording and its seal")
                        .publishPercentiles(0.5, 0.99)
                        .register(metrics);
    }

    @Override
    public void start() {
        String fixed = begin(jdbc, origin);
        if (!fixed.equals(origin)) {
            LOG.warn(
                    "the origin of this ledger is {}; dure.log.origin {} is ignored",
                    fixed,
                    origin);
        }
        running = true;
        thread = Thread.ofPlatform().name("dure-sealer").daemon().start(this);
    }

    // Asks and waits; an interrupt in the middle of a write would close H2's file.
    @Override
    public void stop() {
        running = false;
        signals.committed.raise();
        Thread sealing = thread;
        if (sealing != null) {
            join(sealing);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    // Starts before the web server takes requests, and stops after it.
    @Override
    public int getPhase() {
        return 0;
    }

    /**
     * Makes the head of an empty ledger, whose chain begins with the hash of its origin.
     *
     * @return the origin, which is fixed at the first start
     */
    static String begin(JdbcTemplate jdbc, String origin) {
        var found = jdbc.queryForList("select origin from ledger_head", String.class);
        if (!found.isEmpty()) {
            return found.getFirst();
        }
        try {
            jdbc.update(
                    "insert into ledger_head (id, origin, size, chain_hash, sealed_at)"
                            + " values (1, ?, 0, ?, ?)",
                    origin,
                    Hashes.genesis(origin),
                    Instant.now().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC));
            return origin;
        } catch (DuplicateKeyException e) {
            return begin(jdbc, origin); // another instance was first
        }
    }

    /** What keeps entries from being sealed; null when nothing does. */
    @Nullable String problem() {
        Thread sealing = thread;
        if (sealing == null || !sealing.isAlive()) {
            return "the sealing thread has ended";
        }
        return problem;
    }

    @Override
    public void run() {
        while (running) {
            long seen = signals.committed.raised();
            long began = System.nanoTime();
            boolean more = attempt();
            if (!more) {
                signals.committed.await(seen, IDLE);
                pause(began);
            }
        }
    }

    private boolean attempt() {
        try {
            boolean more = seals.anyPending() && told(seals.sealNext());
            if (problem != null) {
                LOG.info("sealing goes on");
                problem = null;
            }
            return more;
        } catch (RuntimeException e) {
            alarm(e);
            sleep(IDLE.toMillis());
            return false;
        }
    }

    private boolean told(Seals.Batch batch) {
        batch.waits().forEach(wait -> lag.record(wait, TimeUnit.MILLISECONDS));
        signals.sealed.raise();
        return batch.full();
    }

    private void alarm(RuntimeException e) {
        String now = e instanceof Seals.Refused ? e.getMessage() : e.getClass().getSimpleName();
        if (!String.valueOf(now).equals(problem)) {
            LOG.error("nothing is sealed: {}", now, e);
        }
        problem = now;
    }

    private void pause(long began) {
        long left = PACE.toMillis() - (System.nanoTime() - began) / 1_000_000;
        if (running && left > 0) {
            sleep(left);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread sealing) {
        try {
            sealing.join(Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
