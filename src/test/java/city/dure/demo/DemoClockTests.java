package city.dure.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class DemoClockTests {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private final JdbcTemplate jdbc =
            new JdbcTemplate(
                    new DriverManagerDataSource("jdbc:h2:mem:demo-clock;DB_CLOSE_DELAY=-1"));
    private final ApplicationContextRunner portal =
            new ApplicationContextRunner()
                    .withBean(JdbcTemplate.class, () -> jdbc)
                    .withUserConfiguration(DemoClock.class)
                    .withPropertyValues("dure.demo=true", "dure.demo-history=true");

    @BeforeEach
    void empty() {
        jdbc.execute("create table if not exists ledger_entry (id int)");
        jdbc.update("delete from ledger_entry");
    }

    @Test
    void beginsInThePastAndGoesToNow() {
        var clock = new DemoClock(jdbc, true);
        assertThat(clock.isBehind()).isTrue();
        assertNear(clock.instant(), Instant.now().minus(DemoClock.BACK));
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        clock.forwardTo(yesterday);
        assertNear(clock.instant(), yesterday);
        assertNear(clock.withZone(SEOUL).instant(), yesterday);
        clock.arrive();
        assertThat(clock.isBehind()).isFalse();
        assertNear(clock.instant(), Instant.now());
    }

    @Test
    void goesNeitherBackNorAhead() {
        var clock = new DemoClock(jdbc, true);
        clock.forwardTo(Instant.now().minus(Duration.ofDays(20)));
        assertNear(clock.instant(), Instant.now().minus(DemoClock.BACK));
        clock.forwardTo(Instant.now().plus(Duration.ofDays(1)));
        assertNear(clock.instant(), Instant.now());
        clock.forwardTo(Instant.now().minus(Duration.ofDays(1)));
        assertNear(clock.instant(), Instant.now());
    }

    @Test
    void isTheSystemsOverADatabaseThatHoldsAnything() {
        jdbc.update("insert into ledger_entry (id) values (1)");
        var clock = new DemoClock(jdbc, true);
        assertThat(clock.isBehind()).isFalse();
        assertNear(clock.instant(), Instant.now());
    }

    @Test
    void isTheSystemsWhereNoHistoryIsWanted() {
        assertThat(new DemoClock(jdbc, false).isBehind()).isFalse();
    }

    @Test
    void isThereInTheDemoAlone() {
        portal.run(context -> assertThat(context).doesNotHaveBean(Clock.class));
        portal.withPropertyValues("spring.profiles.active=postgres")
                .run(context -> assertThat(context).doesNotHaveBean(Clock.class));
        portal.withPropertyValues("spring.profiles.active=demo")
                .run(context -> assertThat(context).hasSingleBean(DemoClock.class));
    }

    private static void assertNear(Instant actual, Instant expected) {
        assertThat(actual).isCloseTo(expected, within(10, ChronoUnit.SECONDS));
    }
}
