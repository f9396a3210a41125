package city.dure.bankaccounts;

import city.dure.ownshop.TestShops;
import city.dure.permissions.OwnedObjects;
import org.springframework.stereotype.Component;

/** Shops whose owner wants to be paid to another account. */
@Component
class OwnedBankChanges implements OwnedObjects {
    private final TestBankChanges changes;

    OwnedBankChanges(TestBankChanges changes) {
        this.changes = changes;
    }

    @Override
    public String row() {
        return "bankaccounts.own";
    }

    @Override
    public String path(String pattern) {
        var change = changes.ask();
        return pattern.replace("{id}", change.shop().ref()).replace("{change}", change.id().ref());
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
