package city.dure.people;

import city.dure.web.MenuItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room puts into the navigation. */
@Configuration
class Menu {
    @Bean
    MenuItem meItem() {
        return new MenuItem("account", "people.me.title", "/me", 10);
    }

    @Bean
    MenuItem staffItem() {
        return new MenuItem("office", "people.staff.title", "/office/staff", 80);
    }

    @Bean
    MenuItem accessLogItem() {
        return new MenuItem("office", "people.log.title", "/office/access-log", 90);
    }
}
