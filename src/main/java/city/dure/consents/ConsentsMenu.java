package city.dure.consents;

import city.dure.web.MenuItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the texts stand in the officials' navigation. */
@Configuration
class ConsentsMenu {
    @Bean
    MenuItem consentTextsItem() {
        return new MenuItem("office", "consents.title", ConsentTextController.PATH, 75);
    }
}
