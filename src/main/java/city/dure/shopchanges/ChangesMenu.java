package city.dure.shopchanges;

import city.dure.web.MenuItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the requests stand in the officials' navigation. */
@Configuration
class ChangesMenu {
    @Bean
    MenuItem changesItem() {
        return new MenuItem("office", "shopchanges.title", "/office/changes", 15);
    }
}
