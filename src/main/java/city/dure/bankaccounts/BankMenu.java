package city.dure.bankaccounts;

import city.dure.web.MenuItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the requests stand in the officials' navigation. */
@Configuration
class BankMenu {
    @Bean
    MenuItem bankChangesItem() {
        return new MenuItem("office", "bankaccounts.menu", "/office/bank-changes", 16);
    }
}
