package city.dure.shopreports;

import city.dure.web.MenuItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where one's own reports and the officials' list of them stand in the navigation. */
@Configuration
class ReportsMenu {
    @Bean
    MenuItem reportsForOfficials() {
        return new MenuItem("office", "shopreports.title", "/office/reports", 15);
    }

    @Bean
    MenuItem ownReports() {
        return new MenuItem("shop", "shopreports.own.title", "/merchants/reports", 30);
    }
}
