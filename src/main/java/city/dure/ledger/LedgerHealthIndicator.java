package city.dure.ledger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Says whether entries get sealed and followers follow; as health under {@code ledger}, and as
 * metrics under {@code dure.ledger}.
 */
@Component
class LedgerHealthIndicator implements HealthIndicator {
    /** An entry is sealed well within a second; after this long something is wrong. */
    private static final Duration MOST_LAG = Duration.ofSeconds(5);

    private final JdbcTemplate jdbc;
    private final Sealer sealer;

    LedgerHealthIndicator(JdbcTemplate jdbc, Sealer sealer, MeterRegistry metrics) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        gauge(metrics, "size", "Sealed entries", State::size);
        gauge(metrics, "pending", "Entries that wait for their seal", State::pending);
        gauge(metrics, "pending.age", "How long the oldest waits, in s", State::lagSeconds);
        gauge(metrics, "followers.parked", "Followers stopped by an entry", State::parked);
        Gauge.builder("dure.ledger.alarm", sealer, each -> each.problem() == null ? 0 : 1)
                .description("1 when this instance cannot seal")
                .register(metrics);
    }

    @Override
    public Health health() {
        State state = state();
        String problem = sealer.problem();
        var health = new Health.Builder();
        boolean sound =
                problem == null && state.parked() == 0 && state.lag().compareTo(MOST_LAG) < 0;
        (sound ? health.up() : health.down())
                .withDetail("size", state.size())
                .withDetail("pending", state.pending())
                .withDetail("lag", state.lag())
                .withDetail("parkedFollowers", state.parked());
        return problem == null ? health.build() : health.withDetail("problem", problem).build();
    }

    private record State(long size, long pending, Duration lag, long parked) {
        double lagSeconds() {
            return lag.toMillis() / 1000.0;
        }
    }

    private State state() {
        return Objects.requireNonNull(
                jdbc.queryForObject(
                        """
                        select (select max(size) from ledger_head) as size,
                            count(*) as pending, min(at) as oldest,
                            (select count(*) from ledger_follower where parked_at is not null)
                                as parked
                        from ledger_pending
                        """,
                        (row, i) ->
                                new State(
                                        row.getLong("size"),
                                        row.getLong("pending"),
                                        since(row.getObject("oldest", OffsetDateTime.class)),
                                        row.getLong("parked"))));
    }

    private static Duration since(@Nullable OffsetDateTime oldest) {
        var waited =
                oldest == null
                        ? Duration.ZERO
                        : Duration.between(oldest.toInstant(), Instant.now());
        return waited.isNegative() ? Duration.ZERO : waited;
    }

    private void gauge(
            MeterRegistry metrics, String name, String text, ToDoubleFunction<State> value) {
        Gauge.builder("dure.ledger." + name, this, self -> value.applyAsDouble(self.state()))
                .description(text)
                .register(metrics);
    }
}
