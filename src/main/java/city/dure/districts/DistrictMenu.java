package city.dure.districts;

import city.dure.web.MenuItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the districts stand in the navigation. */
@Configuration
class DistrictMenu {
    @Bean
    MenuItem districtItem() {
        return new MenuItem("office", "districts.title", "/office/city/districts", 62);
    }
}
