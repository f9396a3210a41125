package city.dure.notices;

import city.dure.vault.NotGenuine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends what was committed, on a thread of its own for each channel, so that a mute mail server
 * holds up no code on its way to a phone: woken by commits, else looking every few seconds. A
 * message is marked as being sent, and that is committed, before it leaves; so one that an instance
 * died over is not sent again. What was surely not taken is tried again, with pauses.
 */
@Component
class Sender implements SmartLifecycle {
    static final Duration LEASE = Duration.ofMinutes(5);
    static final int MOST_TRIES = 8;
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final long IDLE_SECONDS = 5;

    private final Messages messages;
    private final Map<Message.Channel, Carrier> carriers;
    private final boolean keep;
    private final TransactionOperations transaction;
    private final Map<Message.Channel, Semaphore> bells = new EnumMap<>(Message.Channel.class);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    Sender(Messages messages, ObjectProvider<Carrier> carriers, TransactionOperations transaction) {
        this.messages = messages;
        this.carriers =
                carriers.stream().collect(Collectors.toMap(Carrier::channel, Function.identity()));
        this.keep = this.carriers.values().stream().anyMatch(each -> each instanceof Outbox);
        this.transaction = transaction;
        this.carriers.keySet().forEach(channel -> bells.put(channel, new Semaphore(0)));
    }

    /** Whether messages of this kind can leave the portal. */
    boolean serves(Message.Channel channel) {
        return carriers.containsKey(channel);
    }

    /** The channels whose messages can leave the portal. */
    List<String> channels() {
        return carriers.keySet().stream().map(Enum::name).toList();
    }

    /** Whether what was sent stays to be looked at. */
    boolean keeps() {
        return keep;
    }

    /** Says that there is work, once the caller's transaction has committed. */
    void ringAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        ring();
                    }
                });
    }

    private void ring() {
        bells.values().forEach(Semaphore::release);
    }

    @Override
    public synchronized void start() {
        if (!running) {
            running = true; // Before the threads run, which end as soon as they read false.
            for (Message.Channel channel : carriers.keySet()) {
                threads.add(
                        Thread.ofVirtual().name("messages-" + channel).start(() -> work(channel)));
            }
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        ring();
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work(Message.Channel channel) {
        while (isRunning()) {
            try {
                transaction.executeWithoutResult(status -> messages.expire(LEASE));
                while (isRunning() && sendNext(channel)) {}
            } catch (RuntimeException e) {
                LOG.warn("Messages wait for the database", e);
            }
            await(channel);
        }
    }

    /** Sends one message; false when none is due. */
    boolean sendNext(Message.Channel channel) {
        Optional<Messages.Due> due =
                Objects.requireNonNull(transaction.execute(status -> messages.claim(channel)));
        due.ifPresent(this::send);
        return due.isPresent();
    }

    private void send(Messages.Due due) {
        try {
            Objects.requireNonNull(carriers.get(due.channel())).carry(messages.open(due));
            end(due, Messages.State.SENT);
        } catch (NotTaken e) {
            LOG.info("Message {} was not taken: {}", due.id(), e.getMessage());
            tryAgain(due, e.forGood());
        } catch (NotGenuine e) {
            LOG.error("Message {} was changed in the queue", due.id(), e);
            end(due, Messages.State.FAILED);
        } catch (RuntimeException e) {
            LOG.error("Nobody knows whether message {} was taken", due.id(), e);
            end(due, Messages.State.UNSURE);
        }
    }

    private void tryAgain(Messages.Due due, boolean forGood) {
        int tries = due.tries() + 1;
        if (forGood || tries >= MOST_TRIES) {
            end(due, Messages.State.FAILED);
        } else {
            transaction.executeWithoutResult(
                    status -> messages.later(due.id(), tries, pause(tries)));
        }
    }

    /** A minute, four, sixteen …, at most six hours. */
    static Duration pause(int tries) {
        return Duration.ofMinutes(Math.min(360, 1L << 2 * (tries - 1)));
    }

    private void end(Messages.Due due, Messages.State state) {
        boolean kept = keep && state == Messages.State.SENT;
        transaction.executeWithoutResult(status -> messages.end(due.id(), state, kept));
    }

    private void await(Message.Channel channel) {
        Semaphore bell = Objects.requireNonNull(bells.get(channel));
        try {
            bell.tryAcquire(IDLE_SECONDS, TimeUnit.SECONDS);
            bell.drainPermits();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
