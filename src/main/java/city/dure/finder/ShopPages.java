package city.dure.finder;

import static java.util.stream.Collectors.toMap;

import city.dure.eligibility.Eligibility;
import city.dure.eligibility.Reasons;
import city.dure.merchants.Member;
import city.dure.merchants.MerchantId;
import city.dure.merchants.MerchantSummary;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.web.NotFound;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Finds one business and says what its page shows. */
@Component
class ShopPages {
    private final Merchants merchants;
    private final Eligibility eligibility;
    private final Reasons reasons;
    private final Lists lists;

    ShopPages(Merchants merchants, Eligibility eligibility, Reasons reasons, Lists lists) {
        this.merchants = merchants;
        this.eligibility = eligibility;
        this.reasons = reasons;
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

    ShopPage page(MerchantSummary merchant) {
        return new ShopPage(
                merchant.ref(),
                merchant.status().code(),
                lists.row(merchant),
                merchant.business(),
                kinds(merchant));
    }

    /** The shops that somebody works in, longest first. */
    List<OwnShop> own(Actor actor) {
        var memberships = merchants.shopsOf(actor);
        var shops =
                merchants.summaries(memberships.stream().map(Member::merchant).toList()).stream()
                        .collect(toMap(MerchantSummary::id, Function.identity()));
        return memberships.stream()
                .map(member -> own(member, Objects.requireNonNull(shops.get(member.merchant()))))
                .toList();
    }

    private OwnShop own(Member member, MerchantSummary shop) {
        String membership = member.membership().name().toLowerCase(Locale.ROOT);
        return new OwnShop(lists.row(shop), shop.status().code(), membership);
    }

    private List<ShopPage.Accepted> kinds(MerchantSummary merchant) {
        return eligibility.answersOnceApproved(merchant).stream()
                .map(answer ->
                        new ShopPage.Accepted(
                                answer.kind().code(), answer.yes(), reasons.sentence(answer)))
                .toList();
    }
}
