package city.dure.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class BusinessClockTests {
    private final ApplicationContextRunner portal =
            new ApplicationContextRunner()
                    .withUserConfiguration(Wiring.class)
                    .withPropertyValues("dure.demo=true", "dure.demo-history=true");

    @Test
    void isTheSystemsOutsideTheDemo() {
        portal.run(
                context -> assertThat(context.getBean(Clock.class)).isEqualTo(Clock.systemUTC()));
    }

    @Test
    void isLeftToTheDemo() {
        portal.withPropertyValues("spring.profiles.active=demo")
                .run(context -> assertThat(context).doesNotHaveBean(Clock.class));
    }
}
