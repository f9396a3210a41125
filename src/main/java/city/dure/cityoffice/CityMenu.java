package city.dure.cityoffice;

import city.dure.web.MenuItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the settings of the city stand in the navigation. */
@Configuration
class CityMenu {
    @Bean
    MenuItem cityItem() {
        return new MenuItem("office", "cityoffice.title", "/office/city", 70);
    }
}
