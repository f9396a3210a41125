package city.dure.portal;

import static java.util.stream.Collectors.toMap;

import city.dure.city.Category;
import city.dure.city.City;
import city.dure.city.District;
import city.dure.ledger.EntryFilter;
import city.dure.ledger.LedgerEntries;
import city.dure.ledger.SealedEntry;
import city.dure.merchants.MerchantId;
import city.dure.merchants.MerchantStatus;
import city.dure.merchants.MerchantSummary;
import city.dure.merchants.Merchants;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The shops that were approved last, as the ledger tells. */
@Component
class NewShops {
    private static final EntryFilter APPROVALS =
            new EntryFilter(null, null, null, "merchant.approved", null, null, false);

    /** Some of the newest may have been suspended or closed since. */
    private static final int SPARE = 4;

    private final LedgerEntries entries;
    private final Merchants merchants;
    private final City city;

    NewShops(LedgerEntries entries, Merchants merchants, City city) {
        this.entries = entries;
        this.merchants = merchants;
        this.city = city;
    }

    /** At most that many which still accept, newest first. */
    List<NewShop> newest(int size) {
        var approvals = entries.page(APPROVALS, null, size + SPARE).rows();
        var shops =
                merchants
                        .summaries(approvals.stream().map(NewShops::shop).distinct().toList())
                        .stream()
                        .filter(shop -> shop.status() == MerchantStatus.APPROVED)
                        .collect(toMap(MerchantSummary::id, Function.identity()));
        return approvals.stream()
                .filter(approval -> shops.containsKey(shop(approval)))
                .map(approval -> tell(Objects.requireNonNull(shops.get(shop(approval))), approval))
                .limit(size)
                .toList();
    }

    private NewShop tell(MerchantSummary shop, SealedEntry approval) {
        String category = shop.business().category();
        return new NewShop(
                shop.ref(),
                shop.name(),
                city.category(category).map(Category::label).orElse(category),
                Optional.ofNullable(shop.business().district())
                        .flatMap(city::district)
                        .map(District::label)
                        .orElse(""),
                CategoryIcons.of(category),
                approval.at());
    }

    private static MerchantId shop(SealedEntry approval) {
        return MerchantId.valueOf(approval.text("merchant"));
    }

    /**
     * One of them, in the words of the city.
     *
     * @param district empty where its address lies in none
     * @param icon the picture of its kind of business
     */
    record NewShop(
            String ref,
            String name,
            String category,
            String district,
            String icon,
            Instant since) {}
}
