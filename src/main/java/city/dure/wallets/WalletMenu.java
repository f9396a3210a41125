package city.dure.wallets;

import city.dure.web.MenuItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where citizens find their wallet. */
@Configuration
class WalletMenu {
    @Bean
    MenuItem walletItem() {
        return new MenuItem("citizen", "wallets.menu", WalletController.PATH, 10);
    }
}
