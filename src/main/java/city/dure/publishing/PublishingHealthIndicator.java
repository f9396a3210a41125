package city.dure.publishing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Says whether this instance publishes the ledger; as health under {@code publishing}, and as
 * metrics under {@code dure.log}.
 */
@Component
class PublishingHealthIndicator implements HealthIndicator {
    private final Publisher publisher;

    PublishingHealthIndicator(Publisher publisher, MeterRegistry metrics) {
        this.publisher = publisher;
        Gauge.builder("dure.log.size", this, PublishingHealthIndicator::size)
                .description("Entries of the checkpoint that is shown")
                .register(metrics);
        Gauge.builder("dure.log.alarm", publisher, each -> each.problem() == null ? 0 : 1)
                .description("1 when this instance cannot publish")
                .register(metrics);
    }

    @Override
    public Health health() {
        String problem = publisher.problem();
        var health = problem == null ? Health.up() : Health.down().withDetail("problem", problem);
        return health.withDetail("size", size()).build();
    }

    private long size() {
        var shown = publisher.shown();
        return shown == null ? 0 : shown.size();
    }
}
