package city.dure.payments;

import city.dure.ownshop.TestShops;
import city.dure.permissions.OwnedObjects;
import org.springframework.stereotype.Component;

/** Payments that somebody made. */
@Component
class OwnedReceipts implements OwnedObjects {
    private final TestPayments payments;
    private final TestShops shops;

    OwnedReceipts(TestPayments payments, TestShops shops) {
        this.payments = payments;
        this.shops = shops;
    }

    @Override
    public String row() {
        return "payments.mine";
    }

    @Override
    public String path(String pattern) {
        return pattern.replace("{id}", payments.pay(ownUser(), shops.open(), 1_000));
    }

    @Override
    public String ownUser() {
        return "citizen.kim";
    }

    @Override
    public String foreignUser() {
        return "citizen.lee";
    }
}
