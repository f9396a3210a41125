package city.dure.publishing;

import city.dure.tiles.LogUnreadable;
import city.dure.tiles.SignedCheckpoint;
import city.dure.tiles.TileFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The thread that publishes, at most once a second: signs what the ledger has grown to, writes its
 * tiles to this instance's folder, shows the checkpoint, copies it to the anchors. Any number of
 * instances may run one, each with a folder of its own.
 */
@Component
class Publisher implements SmartLifecycle, Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    private static final Duration PACE = Duration.ofSeconds(1);

    private final Checkpoints checkpoints;
    private final Tree tree;
    private final KnownOutside outside;
    private final Anchors anchors;
    private final Path folder;
    private volatile CountDownLatch ended = new CountDownLatch(0);
    private volatile @Nullable Thread thread;
    private volatile @Nullable SignedCheckpoint shown;
    private volatile @Nullable String problem;

    Publisher(
            Checkpoints checkpoints,
            Tree tree,
            KnownOutside outside,
            Anchors anchors,
            @Value("${dure.log.folder:${dure.home}/log}") String folder) {
        this.checkpoints = checkpoints;
        this.tree = tree;
        this.outside = outside;
        this.anchors = anchors;
        this.folder = Path.of(folder);
    }

    @Override
    public void start() {
        shown = null;
        ended = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("dure-publisher").daemon().start(this);
    }

    // Asks and waits; an interrupt in the middle of a write would close H2's file.
    @Override
    public void stop() {
        ended.countDown();
        Thread publishing = thread;
        if (publishing != null) {
            join(publishing);
        }
    }

    @Override
    public boolean isRunning() {
        return ended.getCount() > 0;
    }

    // After the sealer, which makes the head of an empty ledger.
    @Override
    public int getPhase() {
        return 1;
    }

    /** The files of the log that this instance shows. */
    TileFolder files() {
        return new TileFolder(folder);
    }

    /** The checkpoint that is shown; null before the first since the start. */
    @Nullable SignedCheckpoint shown() {
        return shown;
    }

    /**
     * Waits until a checkpoint over more entries than this number is shown; not where nothing is
     * being published, as then many would wait for nothing.
     *
     * @return the checkpoint that is shown then, or after the time; null before the first
     */
    synchronized @Nullable SignedCheckpoint awaitMoreThan(long number, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        long left = atMost.toMillis();
        while (left > 0 && problem == null && (shown == null || shown.size() <= number)) {
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return shown;
            }
            left = (end - System.nanoTime()) / 1_000_000;
        }
        return shown;
    }

    private synchronized void show(SignedCheckpoint newest) {
        shown = newest;
        notifyAll();
    }

    /** What keeps it from publishing; null when nothing does. */
    @Nullable String problem() {
        return problem;
    }

    @Override
    public void run() {
        while (isRunning()) {
            attempt();
            pause();
        }
    }

    private void attempt() {
        try {
            publish();
            if (problem != null) {
                LOG.info("publishing goes on");
                problem = null;
            }
        } catch (IOException | RuntimeException e) {
            alarm(e);
        }
    }

    private void publish() throws IOException {
        var before = shown;
        if (before == null) {
            outside.requireContinued(folder.resolve("checkpoint"));
        }
        SignedCheckpoint newest = checkpoints.next();
        if (before == null || before.size() != newest.size()) {
            files().show(newest, tree);
            show(newest);
            anchors.keep(newest);
        }
    }

    private void alarm(Exception e) {
        boolean says = e instanceof SigningRefused || e instanceof LogUnreadable;
        String now = says ? e.getMessage() : e.toString();
        if (!String.valueOf(now).equals(problem)) {
            LOG.error("nothing is published: {}", now, says ? null : e);
        }
        problem = now;
    }

    private void pause() {
        try {
            ended.await(PACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread publishing) {
        try {
            publishing.join(Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
