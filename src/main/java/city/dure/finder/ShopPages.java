package city.dure.finder;

import city.dure.eligibility.Eligibility;
import city.dure.eligibility.Reasons;
import city.dure.merchants.MerchantId;
import city.dure.merchants.MerchantSummary;
import city.dure.merchants.Merchants;
import city.dure.storefronts.Storefronts;
import city.dure.web.NotFound;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds one business and says what its page shows. */
@Component
public class ShopPages {
    private final Merchants merchants;
    private final Eligibility eligibility;
    private final Reasons reasons;
    private final Storefronts storefronts;
    private final Lists lists;

    ShopPages(
            Merchants merchants,
            Eligibility eligibility,
            Reasons reasons,
            Storefronts storefronts,
            Lists lists) {
        this.merchants = merchants;
        this.eligibility = eligibility;
        this.reasons = reasons;
        this.storefronts = storefronts;
        this.lists = lists;
    }

    /**
     * The business.
     *
     * @throws NotFound when there is none
     */
    MerchantSummary find(MerchantId id) {
        return merchants.find(id).orElseThrow(() -> new NotFound("merchant " + id));
    }

    /** What its page shows. */
    public ShopPage page(MerchantSummary merchant) {
        return new ShopPage(
                merchant.ref(),
                merchant.status().code(),
                lists.row(merchant),
                merchant.business(),
                kinds(merchant),
                storefronts.of(merchant.id()));
    }

    private List<ShopPage.Accepted> kinds(MerchantSummary merchant) {
        return eligibility.answersOnceApproved(merchant).stream()
                .map(answer ->
                        new ShopPage.Accepted(
                                answer.kind().code(), answer.yes(), reasons.sentence(answer)))
                .toList();
    }
}
