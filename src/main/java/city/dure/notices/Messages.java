package city.dure.notices;

import city.dure.vault.Keys;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The queue of messages, as it is stored: who gets what is sealed, and emptied at the end. */
@Component
class Messages {
    private static final String KEY = "notices.queue";

    private final JdbcClient jdbc;
    private final Keys keys;
    private final JsonMapper json;
    private final Clock clock;

    Messages(JdbcClient jdbc, Keys keys, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.json = json;
        this.clock = clock;
    }

    /** Where a message is on its way. */
    enum State {
        WAITING,
        /** Some instance is handing it over; if it died meanwhile, nobody knows whether it did. */
        SENDING,
        SENT,
        /** Not sent, and not tried again. */
        FAILED,
        /** Perhaps sent: not tried again, so that nobody gets it twice. */
        UNSURE
    }

    /** A message to be tried, for the how-manieth time; what it says is still sealed. */
    record Due(UUID id, Message.Channel channel, byte[] sealed, int tries) {}

    /** A message that was kept, and when it was made; only the demonstration keeps them. */
    record Kept(Message message, State state, Instant madeAt) {}

    void add(Message message, @Nullable String account, Duration useful) {
        jdbc.sql(
                        "insert into message (id, channel, account, sealed, state, tries, next_at,"
                                + " useless_at, made_at) values (?, ?, ?, ?, 'WAITING', 0, ?, ?, ?)")
                .param(message.id())
                .param(message.channel().name())
                .param(account)
                .param(seal(message))
                .param(now())
                .param(now().plus(useful))
                .param(now())
                .update();
    }

    /** Takes the next message of a channel that is due for oneself; others pass over it. */
    Optional<Due> claim(Message.Channel channel) {
        var row =
                jdbc.sql(
                                "select * from message where state = 'WAITING' and next_at <= :now"
                                        + " and useless_at > :now and channel = :channel"
                                        + " order by next_at limit 1 for update skip locked")
                        .param("now", now())
                        .param("channel", channel.name())
                        .query(this::due)
                        .optional();
        row.ifPresent(due ->
                jdbc.sql("update message set state = 'SENDING', next_at = ? where id = ?")
                        .params(now(), due.id())
                        .update());
        return row;
    }

    /** How many could be sent now; counts no further than this. */
    int due(List<String> parts, int most) {
        return parts.isEmpty()
                ? 0
                : jdbc.sql(
                                "select count(*) from (select id from message"
                                        + " where state = 'WAITING' and next_at <= :now"
                                        + " and channel in (:channels) limit :most) d")
                        .param("now", now())
                        .param("channels", parts)
                        .param("most", most)
                        .query(Integer.class)
                        .single();
    }

    /** Ends what is useless by now, and what some instance began and did not end in time. */
    void expire(Duration lease) {
        jdbc.sql(
                        "update message set state = 'FAILED', sealed = null, ended_at = ?"
                                + " where state = 'WAITING' and useless_at <= ?")
                .params(now(), now())
                .update();
        jdbc.sql(
                        "update message set state = 'UNSURE', sealed = null, ended_at = ?"
                                + " where state = 'SENDING' and next_at <= ?")
                .params(now(), now().minus(lease))
                .update();
    }

    void later(UUID id, int tries, Duration pause) {
        jdbc.sql(
                        "update message set state = 'WAITING', tries = ?, next_at = ? where id = ?"
                                + " and state = 'SENDING'")
                .params(tries, now().plus(pause), id)
                .update();
    }

    void end(UUID id, State state, boolean keep) {
        jdbc.sql(
                        "update message set state = ?, ended_at = ?"
                                + (keep ? "" : ", sealed = null")
                                + " where id = ? and state = 'SENDING'")
                .params(state.name(), now(), id)
                .update();
    }

    void forget(String account) {
        jdbc.sql("delete from message where account = ?").param(account).update();
    }

    void sweep(Duration kept) {
        jdbc.sql("delete from message where made_at < ?").param(now().minus(kept)).update();
    }

    long count(State state) {
        return jdbc.sql("select count(*) from message where state = ?")
                .param(state.name())
                .query(Long.class)
                .single();
    }

    /** How long the oldest message waits, in s; 0 when none does. */
    long oldestWaits() {
        return jdbc.sql(
                        "select made_at from message where state = 'WAITING' order by made_at limit 1")
                .query(OffsetDateTime.class)
                .optional()
                .map(made -> Duration.between(made.toInstant(), clock.instant()).toSeconds())
                .orElse(0L);
    }

    /** The newest messages whose content is still there. */
    List<Kept> newest(int most) {
        return jdbc.sql(
                        "select * from message where sealed is not null"
                                + " order by made_at desc limit ?")
                .param(most)
                .query((row, number) ->
                        new Kept(
                                open(due(row, number)),
                                State.valueOf(row.getString("state")),
                                row.getObject("made_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /**
     * What a message says, and to whom.
     *
     * @throws city.dure.vault.NotGenuine when somebody changed it in the queue
     */
    Message open(Due due) {
        byte[] plain = keys.unseal(KEY, due.id().toString(), due.sealed());
        String[] parts = json.readValue(new String(plain, StandardCharsets.UTF_8), String[].class);
        return new Message(due.id(), due.channel(), parts[0], parts[1], parts[2]);
    }

    private Due due(ResultSet row, int number) throws SQLException {
        return new Due(
                row.getObject("id", UUID.class),
                Message.Channel.valueOf(row.getString("channel")),
                row.getBytes("sealed"),
                row.getInt("tries"));
    }

    private byte[] seal(Message message) {
        String parts =
                json.writeValueAsString(List.of(message.to(), message.subject(), message.text()));
        return keys.seal(KEY, message.id().toString(), parts.getBytes(StandardCharsets.UTF_8));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
