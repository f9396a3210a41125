package city.dure.citizendesk;

import city.dure.web.MenuItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The desk in the navigation. */
@Configuration
class CitizenDeskMenu {
    @Bean
    MenuItem citizensAtTheDesk() {
        return new MenuItem("desk", "citizendesk.title", SearchController.PATH, 10);
    }

    @Bean
    MenuItem citizenListItem() {
        return new MenuItem("office", "citizendesk.list.title", CitizenListController.PATH, 35);
    }
}
