package city.dure.portal;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What every module is given. */
@Configuration
@EnableScheduling
class Wiring {
    /** The business clock: what people see and entries carry; tests and the demo may move it. */
    @Bean
    Clock businessClock() {
        return Clock.systemUTC();
    }
}
