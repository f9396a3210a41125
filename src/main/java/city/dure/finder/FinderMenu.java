package city.dure.finder;

import city.dure.web.MenuItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the finder and the register stand in the navigation. */
@Configuration
class FinderMenu {
    @Bean
    MenuItem finderItem() {
        return new MenuItem("public", "finder.title", "/merchants", 10);
    }

    @Bean
    MenuItem registerItem() {
        return new MenuItem("office", "finder.register.title", "/office/merchants", 20);
    }
}
