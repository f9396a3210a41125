package city.dure.citizens;

import city.dure.access.KeyedHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Codes of six digits, bound to a citizen, a channel and the address they were sent to: good once,
 * for ten minutes and five tries (NIST SP 800-63B, section 3.1.3).
 */
@Component
class Codes {
    static final Duration VALID = Duration.ofMinutes(10);
    static final int TRIES = 5;
    private static final int BOUND = 1_000_000;

    private final JdbcClient jdbc;
    private final KeyedHash hash;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Codes(JdbcClient jdbc, KeyedHash hash, Clock clock) {
        this.jdbc = jdbc;
        this.hash = hash;
        this.clock = clock;
    }

    /** A new code, in place of the one before. */
    String mint(CitizenId citizen, Channel channel, String address) {
        String code = "%06d".formatted(random.nextInt(BOUND));
        drop(citizen, channel);
        jdbc.sql(
                        "insert into citizen_code (citizen_id, channel, mark, address, expires_at,"
                                + " tries) values (?, ?, ?, ?, ?, 0)")
                .params(
                        citizen.value(),
                        channel.code(),
                        mark(citizen, channel, code),
                        hash.of("citizens.addresses", address),
                        now().plus(VALID))
                .update();
        return code;
    }

    /** Counts a try and says whether it was the code; a right one is spent. */
    Proving.Outcome check(CitizenId citizen, Channel channel, String address, String typed) {
        var row = lock(citizen, channel);
        if (row.isEmpty() || !row.get().address().equals(hash.of("citizens.addresses", address))) {
            return Proving.Outcome.NONE;
        }
        if (row.get().tries() >= TRIES) {
            return Proving.Outcome.USED_UP;
        }
        if (!now().isBefore(row.get().expires())) {
            return Proving.Outcome.EXPIRED;
        }
        if (same(row.get().mark(), mark(citizen, channel, typed))) {
            drop(citizen, channel);
            return Proving.Outcome.RIGHT;
        }
        count(citizen, channel);
        return row.get().tries() + 1 < TRIES ? Proving.Outcome.WRONG : Proving.Outcome.USED_UP;
    }

    /** Until when a code can be typed; empty when none was sent, or it is spent. */
    Optional<OffsetDateTime> openUntil(CitizenId citizen, Channel channel) {
        return jdbc.sql(
                        "select expires_at from citizen_code where citizen_id = ? and channel = ?"
                                + " and expires_at > ? and tries < ?")
                .params(citizen.value(), channel.code(), now(), TRIES)
                .query(OffsetDateTime.class)
                .optional();
    }

    /** Codes that nobody can type any more. */
    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    void sweep() {
        jdbc.sql("delete from citizen_code where expires_at < ?").param(now()).update();
    }

    private record Sent(String mark, String address, OffsetDateTime expires, int tries) {}

    private Optional<Sent> lock(CitizenId citizen, Channel channel) {
        return jdbc.sql(
                        "select mark, address, expires_at, tries from citizen_code"
                                + " where citizen_id = ? and channel = ? for update")
                .params(citizen.value(), channel.code())
                .query((row, number) ->
                        new Sent(
                                row.getString(1),
                                row.getString(2),
                                row.getObject(3, OffsetDateTime.class),
                                row.getInt(4)))
                .optional();
    }

    private void count(CitizenId citizen, Channel channel) {
        jdbc.sql(
                        "update citizen_code set tries = tries + 1"
                                + " where citizen_id = ? and channel = ?")
                .params(citizen.value(), channel.code())
                .update();
    }

    private void drop(CitizenId citizen, Channel channel) {
        jdbc.sql("delete from citizen_code where citizen_id = ? and channel = ?")
                .params(citizen.value(), channel.code())
                .update();
    }

    private String mark(CitizenId citizen, Channel channel, String code) {
        return hash.of("citizens.codes", citizen.ref() + " " + channel.code() + " " + code);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
