package city.dure.notices;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.vault.Keys;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** News waits while many messages are due. The portal's own sender stands still. */
@PortalTest
class BusyTests {
    @Autowired Sender sender;
    @Autowired Notices notices;
    @Autowired Messages messages;
    @Autowired JdbcClient jdbc;
    @Autowired Keys keys;
    @Autowired JsonMapper json;
    @Autowired Clock clock;
    @Autowired TransactionOperations transaction;

    private final List<UUID> added = new ArrayList<>();

    @BeforeEach
    void stop() {
        sender.stop();
    }

    @AfterEach
    void start() {
        transaction.executeWithoutResult(status ->
                jdbc.sql("delete from message where id in (:ids)").param("ids", added).update());
        sender.start();
    }

    @Test
    void isBusyWithAHundred() {
        for (int i = 0; i < 100; i++) {
            add(messages);
        }
        assertThat(notices.busy()).isTrue();
    }

    @Test
    void countsWhatCanBeSentNow() {
        // Nothing that other tests left is due so early.
        var clock = Clock.offset(this.clock, Duration.ofDays(-500));
        var early = new Messages(jdbc, keys, json, clock);
        assertThat(early.due(List.of("TEXT"), 9)).isZero();
        add(early);
        add(early);
        assertThat(early.due(List.of("TEXT", "MAIL"), 9)).isEqualTo(2);
        assertThat(early.due(List.of("TEXT"), 1)).isEqualTo(1);
        assertThat(early.due(List.of("MAIL"), 9)).isZero();
        assertThat(early.due(List.of(), 9)).isZero();
    }

    private void add(Messages queue) {
        UUID id = UUID.randomUUID();
        added.add(id);
        var message = new Message(id, Message.Channel.TEXT, "01012345678", "소식", "소식");
        transaction.executeWithoutResult(
                status -> queue.add(message, null, Duration.ofMinutes(10)));
    }
}
