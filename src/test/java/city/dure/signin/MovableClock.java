package city.dure.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A business clock that runs ahead by as much as is said. */
@TestConfiguration
class MovableClock {
    @Bean
    AtomicReference<Duration> later() {
        return new AtomicReference<>(Duration.ZERO);
    }

    @Bean
    @Primary
    Clock movedClock(AtomicReference<Duration> later) {
        return new Clock() {
            @Override
            public Instant instant() {
                return Clock.systemUTC().instant().plus(later.get());
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return Clock.fixed(instant(), zone);
            }
        };
    }
}
