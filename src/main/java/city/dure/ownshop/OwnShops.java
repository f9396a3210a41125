package city.dure.ownshop;

import static java.util.stream.Collectors.toMap;

import city.dure.finder.Lists;
import city.dure.finder.ShopPages;
import city.dure.merchants.Member;
import city.dure.merchants.Member.Membership;
import city.dure.merchants.MerchantId;
import city.dure.merchants.MerchantStatus;
import city.dure.merchants.MerchantSummary;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.web.Conflict;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The shops that somebody works in, and what every page of one shows. */
@Component
class OwnShops {
    private final Merchants merchants;
    private final ShopPages pages;
    private final Lists lists;

    OwnShops(Merchants merchants, ShopPages pages, Lists lists) {
        this.merchants = merchants;
        this.pages = pages;
        this.lists = lists;
    }

    /** The shops that somebody works in, longest first. */
    List<OwnShop> of(Actor actor) {
        var memberships = merchants.shopsOf(actor);
        var shops =
                merchants.summaries(memberships.stream().map(Member::merchant).toList()).stream()
                        .collect(toMap(MerchantSummary::id, Function.identity()));
        return memberships.stream()
                .map(member -> own(member, Objects.requireNonNull(shops.get(member.merchant()))))
                .toList();
    }

    /**
     * Puts a shop into its page, for who works there.
     *
     * @throws city.dure.web.NotFound when they do not
     */
    MerchantSummary show(Actor actor, MerchantId id, Membership least, Model model) {
        var shop = merchants.own(actor, id, least);
        model.addAttribute("shop", pages.page(shop));
        return shop;
    }

    /**
     * Puts a shop into a page on which its owner changes what it says of itself.
     *
     * @throws city.dure.web.NotFound when it is not theirs
     * @throws Conflict when it is closed
     */
    MerchantSummary edit(Actor actor, MerchantId id, Model model) {
        var shop = show(actor, id, Membership.OWNER, model);
        if (shop.status() == MerchantStatus.CLOSED) {
            throw new Conflict("ownshop.closed");
        }
        return shop;
    }

    /** Whether somebody owns a shop, and does not only work there. */
    boolean owns(Actor actor, MerchantId id) {
        return merchants.members(id).contains(new Member(id, actor.ref(), Membership.OWNER));
    }

    private OwnShop own(Member member, MerchantSummary shop) {
        String membership = member.membership().name().toLowerCase(Locale.ROOT);
        return new OwnShop(lists.row(shop), shop.status().code(), membership);
    }
}
