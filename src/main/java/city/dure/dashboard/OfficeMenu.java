package city.dure.dashboard;

import city.dure.web.MenuItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The officials' home stands first in their navigation. */
@Configuration
class OfficeMenu {
    @Bean
    MenuItem officeItem() {
        return new MenuItem("office", "dashboard.title", "/office", 0);
    }
}
