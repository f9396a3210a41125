package city.dure.finder;

import city.dure.merchants.Business;
import city.dure.storefronts.Storefront;
import java.util.List;

/**
 * What the page of one business shows.
 *
 * @param kinds which kinds of money it may accept, and why not
 * @param front what it says of itself
 */
public record ShopPage(
        String ref,
        String code,
        ShopRow row,
        Business business,
        List<Accepted> kinds,
        Storefront front) {
    /** Whether an owner may claim it. */
    public boolean claimable() {
        return code.equals("listed");
    }

    /** Whether it accepts the currency now. */
    public boolean approved() {
        return code.equals("approved");
    }

    /** Whether it may not accept the currency for now. */
    public boolean suspended() {
        return code.equals("suspended");
    }

    /** Whether it is closed. */
    public boolean closed() {
        return code.equals("closed");
    }

    /**
     * A kind of money at this shop.
     *
     * @param kind its code
     * @param why the answer in a sentence
     */
    public record Accepted(String kind, boolean accepted, String why) {}
}
