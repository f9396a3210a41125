package city.dure.portal;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every module is given. */
@Configuration
class Wiring {
    /** The business clock: what people see and entries carry; tests and the demo may move it. */
    @Bean
    Clock businessClock() {
        return Clock.systemUTC();
    }
}
