package city.dure.shopreports;

import city.dure.merchants.MerchantId;
import city.dure.shared.PublicId;
import city.dure.shared.Subject;

/**
 * A shop as the one that is reported; written {@code rs-…} with the letters of its own id. Entries
 * about it are told to officials alone: a shop that read the minute of a report in its own history
 * could guess who stood at the counter. What an official settles is filed under the shop itself.
 */
record ReportedShop(MerchantId shop) implements Subject {
    static final String PREFIX = "rs";

    static ReportedShop valueOf(String ref) {
        return new ReportedShop(new MerchantId(PublicId.read(PREFIX, ref)));
    }

    @Override
    public String ref() {
        return PublicId.write(PREFIX, shop.value());
    }
}
