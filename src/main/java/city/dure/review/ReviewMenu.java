package city.dure.review;

import city.dure.web.MenuItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the officers' queue stands in the navigation. */
@Configuration
class ReviewMenu {
    @Bean
    MenuItem applicationsForOfficers() {
        return new MenuItem("office", "review.menu", "/office/applications", 10);
    }
}
