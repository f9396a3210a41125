package city.dure.eligibilitypages;

import city.dure.web.MenuItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the rules stand in the navigation. */
@Configuration
class EligibilityMenu {
    @Bean
    MenuItem eligibilityItem() {
        return new MenuItem("office", "eligibility.title", "/office/eligibility", 30);
    }
}
