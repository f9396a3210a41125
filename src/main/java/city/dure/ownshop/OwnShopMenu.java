package city.dure.ownshop;

import city.dure.web.MenuItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where one's own shops stand in the navigation. */
@Configuration
class OwnShopMenu {
    @Bean
    MenuItem ownShopsItem() {
        return new MenuItem("shop", "ownshop.title", "/shop", 10);
    }
}
