package city.dure.ownshop;

import city.dure.papers.Papers;
import city.dure.permissions.OwnedObjects;
import city.dure.storefronts.Storefronts;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/** Shops that somebody owns. */
@Component
class OwnedShops implements OwnedObjects {
    private final TestShops shops;
    private final Storefronts storefronts;
    private final Papers papers;

    OwnedShops(TestShops shops, Storefronts storefronts, Papers papers) {
        this.shops = shops;
        this.storefronts = storefronts;
        this.papers = papers;
    }

    @Override
    public String row() {
        return "ownshop.front";
    }

    @Override
    public String path(String pattern) {
        try {
            var shop = shops.open();
            var owner = shops.person(ownUser());
            storefronts.add(owner, shop, papers.photo(TestShops.jpeg(400, 300)));
            var photo = storefronts.of(shop).photos().getFirst().id();
            return pattern.replace("{id}", shop.ref()).replace("{photo}", photo.ref());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
