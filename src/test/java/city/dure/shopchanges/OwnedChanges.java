package city.dure.shopchanges;

import city.dure.ownshop.TestShops;
import city.dure.permissions.OwnedObjects;
import org.springframework.stereotype.Component;

/** Shops whose owner wants something changed. */
@Component
class OwnedChanges implements OwnedObjects {
    private final TestShops shops;
    private final Changes changes;

    OwnedChanges(TestShops shops, Changes changes) {
        this.shops = shops;
        this.changes = changes;
    }

    @Override
    public String row() {
        return "shopchanges.own";
    }

    @Override
    public String path(String pattern) {
        var shop = shops.open();
        changes.request(shops.person(ownUser()), shop, new Wanted("새 이름", null, null));
        var change = changes.newest(shop).orElseThrow().id();
        return pattern.replace("{id}", shop.ref()).replace("{change}", change.ref());
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
