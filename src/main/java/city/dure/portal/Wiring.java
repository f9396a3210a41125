package city.dure.portal;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What every module is given. */
@Configuration
@EnableScheduling
class Wiring {
    /** The business clock: what people see and entries carry; the demo has its own. */
    @Bean
    @Profile("!demo")
    Clock businessClock() {
        return Clock.systemUTC();
    }
}
