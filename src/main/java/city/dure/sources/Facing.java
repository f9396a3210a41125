package city.dure.sources;

import city.dure.merchants.MerchantSummary;
import java.util.List;

/** What the lists say about a business, side by side; the one that counts first. */
public record Facing(MerchantSummary business, List<Words> lists) {
    public Facing {
        lists = List.copyOf(lists);
    }

    /** Another number once the business or what a list says of it changes. */
    public int version() {
        return business.version() + lists.stream().mapToInt(one -> one.version() + 1).sum();
    }

    /** Whether an official is to decide which one counts. */
    public boolean isOpen() {
        return lists.stream().anyMatch(one -> one.stand() == Stand.DIFFERS);
    }
}
