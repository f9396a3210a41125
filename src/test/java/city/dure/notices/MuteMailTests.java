package city.dure.notices;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.vault.Keys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** A code does not wait for a mail server that says nothing. */
@PortalTest
class MuteMailTests {
    /** Due before all that other tests left. */
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2024-05-06T03:00:00Z"), ZoneOffset.UTC);

    @Autowired Sender running;
    @Autowired JdbcClient jdbc;
    @Autowired Keys keys;
    @Autowired JsonMapper json;
    @Autowired TransactionOperations transaction;

    private final UUID mail = UUID.randomUUID();
    private final UUID text = UUID.randomUUID();

    @BeforeEach
    void stop() {
        running.stop();
    }

    @AfterEach
    void start() {
        transaction.executeWithoutResult(status ->
                jdbc.sql("delete from message where id in (?, ?)").params(mail, text).update());
        running.start();
    }

    @Test
    void sendsTextsMeanwhile() throws InterruptedException {
        var mails = new Carriage(Message.Channel.MAIL, new CountDownLatch(1));
        var texts = new Carriage(Message.Channel.TEXT, new CountDownLatch(0));
        var messages = new Messages(jdbc, keys, json, CLOCK);
        var carriers =
                new StaticListableBeanFactory(Map.of("mails", mails, "texts", texts))
                        .getBeanProvider(Carrier.class);
        var sender = new Sender(messages, carriers, transaction);
        transaction.executeWithoutResult(status -> {
            messages.add(message(mail, Message.Channel.MAIL), null, Duration.ofDays(1));
            messages.add(message(text, Message.Channel.TEXT), null, Duration.ofDays(1));
        });
        sender.start();
        assertThat(mails.asked.await(20, TimeUnit.SECONDS)).as("the mail hangs").isTrue();
        assertThat(texts.asked.await(20, TimeUnit.SECONDS)).as("the text is taken").isTrue();
        assertThat(mails.answers.getCount()).as("and the mail hangs still").isOne();
        mails.answers.countDown();
        sender.stop();
    }

    private static Message message(UUID id, Message.Channel channel) {
        return new Message(id, channel, "010-0000-0000", "", "번호");
    }

    /** Answers when it is told to. */
    private record Carriage(Message.Channel channel, CountDownLatch asked, CountDownLatch answers)
            implements Carrier {
        Carriage(Message.Channel channel, CountDownLatch answers) {
            this(channel, new CountDownLatch(1), answers);
        }

        @Override
        public void carry(Message message) {
            asked.countDown();
            try {
                answers.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
