package city.dure.intake;

import city.dure.web.MenuItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where one's applications stand in the navigation. */
@Configuration
class IntakeMenu {
    @Bean
    MenuItem applicationsForOwners() {
        return new MenuItem("shop", "intake.menu", "/merchants/applications", 20);
    }
}
