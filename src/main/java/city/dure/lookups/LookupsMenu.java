package city.dure.lookups;

import city.dure.web.MenuItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who viewed my data, and the auditor's review of it. */
@Configuration
class LookupsMenu {
    @Bean
    MenuItem viewsOfMeItem() {
        return new MenuItem("me", "lookups.mine.title", ViewsOfMeController.PATH, 40);
    }

    @Bean
    MenuItem lookupReviewItem() {
        return new MenuItem("office", "lookups.review.title", "/office/lookups", 92);
    }
}
