package city.dure.payments;

import city.dure.web.MenuItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where paying, and what one paid, stand in the navigation. */
@Configuration
class PaymentsMenu {
    @Bean
    MenuItem payItem() {
        return new MenuItem("citizen", "payments.menu", "/pay", 20);
    }

    @Bean
    MenuItem ownPaymentsItem() {
        return new MenuItem("citizen", "payments.mine.title", MineController.PATH, 30);
    }
}
