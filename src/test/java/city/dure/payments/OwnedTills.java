package city.dure.payments;

import city.dure.ownshop.TestShops;
import city.dure.permissions.OwnedObjects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What shops took that somebody owns. */
@Configuration
class OwnedTills {
    private final TestPayments payments;
    private final TestShops shops;

    OwnedTills(TestPayments payments, TestShops shops) {
        this.payments = payments;
        this.shops = shops;
    }

    @Bean
    OwnedObjects ownedTill() {
        return new Till("payments.till");
    }

    @Bean
    OwnedObjects ownedRefund() {
        return new Till("payments.refund");
    }

    private final class Till implements OwnedObjects {
        private final String row;

        Till(String row) {
            this.row = row;
        }

        @Override
        public String row() {
            return row;
        }

        @Override
        public String path(String pattern) {
            var shop = shops.open();
            return pattern.replace("{id}", shop.ref())
                    .replace("{payment}", payments.pay("citizen.kim", shop, 1_000));
        }

        @Override
        public String ownUser() {
            return TestShops.OWNER;
        }

        @Override
        public String foreignUser() {
            return "citizen.kim";
        }
    }
}
