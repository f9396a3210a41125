package city.dure.audit;

import city.dure.web.MenuItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the ledger stands in the navigation. */
@Configuration
class AuditMenu {
    @Bean
    MenuItem ledgerItem() {
        return new MenuItem("public", "audit.menu.ledger", "/ledger", 80);
    }

    @Bean
    MenuItem auditItem() {
        return new MenuItem("office", "audit.menu.office", "/office/ledger", 80);
    }
}
