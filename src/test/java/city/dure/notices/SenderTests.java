package city.dure.notices;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.AtOnce;
import city.dure.PortalTest;
import city.dure.vault.Keys;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** Messages leave once, whatever happens on the way. The portal's own sender stands still. */
@PortalTest
class SenderTests {
    @Autowired Sender running;
    @Autowired JdbcClient jdbc;
    @Autowired Keys keys;
    @Autowired JsonMapper json;
    @Autowired Clock clock;
    @Autowired TransactionOperations transaction;

    private final UUID id = UUID.randomUUID();
    private final Taking gateway = new Taking();
    private Messages messages;
    private Sender sender;

    @BeforeEach
    void stop() {
        running.stop();
        messages = at(Duration.ofDays(-400)); // Due before all that other tests left.
        sender = new Sender(messages, provider(gateway), transaction);
    }

    @AfterEach
    void start() {
        transaction.executeWithoutResult(
                status -> jdbc.sql("delete from message where id = ?").param(id).update());
        running.start();
    }

    @Test
    void sendsOnceAndForgetsWhatItSent() {
        queue();
        sendNext(sender);
        sendNext(sender);
        assertThat(gateway.taken).containsExactly(id);
        assertThat(state()).isEqualTo("SENT");
        assertThat(sealed()).isNull();
    }

    @Test
    void saysHowLongTheOldestWaits() {
        queue();
        assertThat(at(Duration.ofDays(-400).plusMinutes(5)).oldestWaits()).isBetween(300L, 330L);
    }

    @Test
    void keepsSealedWhatWaits() {
        queue();
        assertThat(new String(Objects.requireNonNull(sealed()), StandardCharsets.UTF_8))
                .doesNotContain("카나리아", "01012345678");
    }

    @Test
    void sendsOnceAlsoWhenTwoInstancesLook() throws Exception {
        queue();
        var other = new Sender(messages, provider(gateway), transaction);
        AtOnce.both(() -> sendNext(sender), () -> sendNext(other));
        assertThat(gateway.taken).containsExactly(id);
    }

    @Test
    void triesAgainWhatWasSurelyNotTaken() {
        gateway.answer = NotTaken.yet("closed", new IllegalStateException());
        queue();
        sendNext(sender);
        assertThat(state()).isEqualTo("WAITING");
        assertThat(gateway.calls).hasValue(1);
        sendNext(sender);
        assertThat(gateway.calls).hasValue(1); // It pauses.
        gateway.answer = null;
        sendNext(later(Duration.ofMinutes(2)));
        assertThat(gateway.taken).containsExactly(id);
    }

    @Test
    void givesUpAfterEightTriesOrAtOnceWhereNoneWillDo() {
        gateway.answer = NotTaken.ever("no such number", new IllegalStateException());
        queue();
        sendNext(sender);
        assertThat(state()).isEqualTo("FAILED");
        assertThat(Sender.pause(1)).isEqualTo(Duration.ofMinutes(1));
        assertThat(Sender.pause(Sender.MOST_TRIES)).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void sendsNothingTwiceThatMayHaveBeenTaken() {
        gateway.failure = new IllegalStateException("the line went dead");
        queue();
        sendNext(sender);
        assertThat(state()).isEqualTo("UNSURE");
        sendNext(later(Duration.ofDays(2)));
        assertThat(gateway.calls).hasValue(1);
    }

    @Test
    void sendsNothingTwiceThatAnInstanceDiedOver() {
        queue();
        transaction.execute(status -> messages.claim(Message.Channel.TEXT));
        var restarted = at(Duration.ofDays(-400).plus(Sender.LEASE).plusMinutes(1));
        transaction.executeWithoutResult(status -> restarted.expire(Sender.LEASE));
        assertThat(state()).isEqualTo("UNSURE");
        sendNext(sender);
        assertThat(gateway.calls).hasValue(0);
    }

    /** The guard of the test before: a sender that takes up what was begun sends twice. */
    @Test
    void wouldSendTwiceIfItTookUpWhatWasBegun() {
        queue();
        transaction.execute(status -> messages.claim(Message.Channel.TEXT));
        gateway.taken.add(id); // The instance died after the gateway had taken it.
        transaction.executeWithoutResult(status -> messages.later(id, 1, Duration.ZERO));
        sendNext(sender);
        assertThat(gateway.taken).containsExactly(id, id);
    }

    @Test
    void dropsWhatIsOfNoUseAnyMore() {
        queue();
        var late = at(Duration.ofDays(-400).plusMinutes(11));
        transaction.executeWithoutResult(status -> late.expire(Sender.LEASE));
        assertThat(state()).isEqualTo("FAILED");
        sendNext(sender);
        assertThat(gateway.calls).hasValue(0);
    }

    @Test
    void holdsBackWhatIsOfNoUseAnyMoreAlsoWhenBusy() {
        queue();
        sendNext(later(Duration.ofMinutes(11)));
        assertThat(gateway.taken).doesNotContain(id);
    }

    @Test
    void passesOverWhatSomebodyChangedInTheQueue() {
        queue();
        transaction.executeWithoutResult(status ->
                jdbc.sql("update message set sealed = ? where id = ?")
                        .params(new byte[40], id)
                        .update());
        sendNext(sender);
        assertThat(state()).isEqualTo("FAILED");
        assertThat(gateway.calls).hasValue(0);
    }

    @Test
    void sendsNothingThatWasRolledBack() {
        transaction.executeWithoutResult(status -> {
            add();
            status.setRollbackOnly();
        });
        sendNext(sender);
        assertThat(gateway.taken).isEmpty();
    }

    private void queue() {
        transaction.executeWithoutResult(status -> add());
    }

    private void add() {
        var message = new Message(id, Message.Channel.TEXT, "01012345678", "카나리아", "번호 123456");
        messages.add(message, null, Duration.ofMinutes(10));
    }

    private static boolean sendNext(Sender one) {
        return one.sendNext(Message.Channel.TEXT);
    }

    private Sender later(Duration by) {
        return new Sender(at(Duration.ofDays(-400).plus(by)), provider(gateway), transaction);
    }

    private Messages at(Duration offset) {
        return new Messages(jdbc, keys, json, Clock.offset(clock, offset));
    }

    private String state() {
        return jdbc.sql("select state from message where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private byte @Nullable [] sealed() {
        return jdbc.sql("select sealed from message where id = ?")
                .param(id)
                .query((row, number) -> Collections.singletonList(row.getBytes(1)))
                .single()
                .getFirst();
    }

    private static ObjectProvider<Carrier> provider(Carrier carrier) {
        return new StaticListableBeanFactory(Map.of("carrier", carrier))
                .getBeanProvider(Carrier.class);
    }

    /** A gateway that does as it is told. */
    private static final class Taking implements Carrier {
        private final List<UUID> taken = Collections.synchronizedList(new ArrayList<>());
        private final AtomicInteger calls = new AtomicInteger();
        private @Nullable NotTaken answer;
        private @Nullable RuntimeException failure;

        @Override
        public Message.Channel channel() {
            return Message.Channel.TEXT;
        }

        @Override
        public void carry(Message message) throws NotTaken {
            calls.incrementAndGet();
            if (answer != null) {
                throw answer;
            }
            if (failure != null) {
                throw failure;
            }
            taken.add(message.id());
        }
    }
}
