package city.dure.city;

import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What this room writes into the ledger. */
final class CityRecords {
    private CityRecords() {}

    /**
     * The portal of a city opened.
     *
     * @param districts names by code
     * @param categories names by code
     * @param exclusions the kinds of money a category may not accept, by the category's code
     */
    @LedgerKind(value = "city.founded", open = true)
    record Founded(
            CityId city,
            String name,
            String currency,
            Map<String, String> districts,
            Map<String, String> categories,
            Map<String, String> exclusions)
            implements LedgerRecord {}

    /** The city or its currency is called otherwise, or speaks other languages. */
    @LedgerKind(value = "city.profile_changed", open = true)
    record ProfileChanged(
            CityId city, int revision, String name, String currency, List<String> languages)
            implements LedgerRecord {}

    /** The city has another emblem. */
    @LedgerKind(value = "city.emblem_changed", open = true)
    record EmblemChanged(CityId city, int revision, String emblemSha256) implements LedgerRecord {}

    /**
     * A city without categories began with the usual ones.
     *
     * @param categories names by code
     * @param exclusions the kinds of money a category may not accept, by the category's code
     */
    @LedgerKind(value = "city.categories_begun", open = true)
    record CategoriesBegun(
            CityId city, Map<String, String> categories, Map<String, String> exclusions)
            implements LedgerRecord {}

    /**
     * A category is new or was changed.
     *
     * @param excluded the kinds of money that its shops may not accept
     * @param listNames what open lists call it
     */
    @LedgerKind(value = "city.category_set", open = true)
    record CategorySet(
            CityId city,
            String category,
            int revision,
            String name,
            List<String> excluded,
            List<String> listNames)
            implements LedgerRecord {}

    /**
     * The districts were replaced by those of a file of outlines.
     *
     * @param count how many districts there are now
     * @param fileSha256 the file's SHA-256 in hexadecimal
     * @param districts names by code; left out where they are too many for an entry, as the file's
     *     hash stands for them
     */
    @LedgerKind(value = "city.districts_replaced", open = true)
    record DistrictsReplaced(
            CityId city,
            int revision,
            int count,
            String fileSha256,
            @Nullable Map<String, String> districts)
            implements LedgerRecord {
        private static final int ROOM = 15 * 1024; // of 16 KB, with the other details beside it

        static DistrictsReplaced of(
                CityId city, int revision, String fileSha256, Map<String, String> districts) {
            int bytes =
                    districts.entrySet().stream()
                            .mapToInt(each -> bytes(each.getKey()) + bytes(each.getValue()))
                            .sum();
            return new DistrictsReplaced(
                    city, revision, districts.size(), fileSha256, bytes > ROOM ? null : districts);
        }

        /** With its quotation marks and the sign after it. */
        private static int bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8).length + 3;
        }
    }
}
