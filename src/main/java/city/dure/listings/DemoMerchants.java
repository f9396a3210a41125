package city.dure.listings;

import city.dure.city.Category;
import city.dure.city.City;
import city.dure.city.Districts;
import city.dure.identity.AccountId;
import city.dure.identity.Passwords;
import city.dure.imports.ImportId;
import city.dure.imports.ImportRun;
import city.dure.merchants.Business;
import city.dure.merchants.Decisions;
import city.dure.merchants.Listing;
import city.dure.merchants.Member.Membership;
import city.dure.merchants.MerchantFilter;
import city.dure.merchants.MerchantStatus;
import city.dure.merchants.MerchantSummary;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.shared.Spot;
import city.dure.sources.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Gives the demo city its shops, through the same service as everything else; once. */
@Component
@Profile("demo")
@Order(20) // After the people
class DemoMerchants implements ApplicationRunner {
    private static final String SOURCE = "한들시 업소 목록 (시연용)";

    private final City city;
    private final Sources sources;
    private final Districts districts;
    private final Merchants merchants;
    private final Decisions decisions;
    private final Passwords people;
    private final TransactionOperations transaction;

    DemoMerchants(
            City city,
            Sources sources,
            Districts districts,
            Merchants merchants,
            Decisions decisions,
            Passwords people,
            TransactionOperations transaction) {
        this.city = city;
        this.sources = sources;
        this.districts = districts;
        this.merchants = merchants;
        this.decisions = decisions;
        this.people = people;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        transaction.executeWithoutResult(status -> make());
    }

    private void make() {
        var listings = new ArrayList<>(new DemoShops(city, districts.map()).all());
        var places = new DemoPlaces(districts.map());
        listings.add(bakery(places.in("hosu")));
        listings.add(bookshop(places.in("hosu")));
        listings.add(fruit(places.in("hosu")));
        var run = new ImportRun(ImportId.random(), SOURCE);
        boolean known =
                sources.compare(run, listings).stream()
                        .anyMatch(line -> line.effect().kind() != Listing.Kind.NEW);
        if (!known) {
            Actor officer = new Actor(account("officer.merchants").ref(), Role.MERCHANT_OFFICER);
            sources.take(officer, run, listings);
            List<MerchantSummary> shops =
                    merchants.page(listed(), null, listings.size()).rows().stream()
                            .filter(shop -> !shop.name().equals(DemoShops.TO_CLAIM))
                            .toList();
            decide(officer, shops);
        }
    }

    /** Half of them accept already, a few were suspended or gave up; the others can be claimed. */
    private void decide(Actor officer, List<MerchantSummary> shops) {
        for (int i = 0; i < shops.size(); i++) {
            MerchantSummary shop = shops.get(i);
            boolean bakery = shop.name().equals(DemoShops.BAKERY);
            boolean till = shop.name().equals(DemoShops.TILL);
            if (bakery || till || (i % 2 == 0 && accepts(shop))) {
                merchants.admit(officer, shop.id());
            }
            if (bakery) {
                staff(officer, shop);
            } else if (till) {
                continue; // Stays open
            } else if (i % 50 == 8) {
                decisions.suspend(officer, shop.id(), "papers", version(shop));
            } else if (i % 60 == 22) {
                decisions.close(officer, shop.id(), "owner_request", version(shop));
            }
        }
    }

    /** As it is now: shops that were just admitted have another one than when they were listed. */
    private int version(MerchantSummary shop) {
        return merchants.summaries(List.of(shop.id())).getFirst().version();
    }

    private void staff(Actor officer, MerchantSummary shop) {
        merchants.addMember(officer, shop.id(), account("shop.bakery"), Membership.OWNER);
        merchants.addMember(officer, shop.id(), account("shop.bakery.clerk"), Membership.CLERK);
    }

    private boolean accepts(MerchantSummary shop) {
        return city.category(shop.business().category()).stream().noneMatch(Category::barred);
    }

    private AccountId account(String username) {
        return people.find(username).orElseThrow().account();
    }

    private static MerchantFilter listed() {
        return new MerchantFilter("", "", "", Set.of(MerchantStatus.LISTED));
    }

    private static Listing bakery(@Nullable Spot spot) {
        return onWaterRoad("demo-bakery", DemoShops.BAKERY, "bakery", "제과점영업", 12, spot);
    }

    private static Listing bookshop(@Nullable Spot spot) {
        return onWaterRoad("demo-bookshop", DemoShops.TO_CLAIM, "books", "서점", 27, spot);
    }

    private static Listing fruit(@Nullable Spot spot) {
        return onWaterRoad("demo-fruit", DemoShops.TILL, "market", "반찬가게", 33, spot);
    }

    private static Listing onWaterRoad(
            String key,
            String name,
            String category,
            String listName,
            int house,
            @Nullable Spot spot) {
        var business =
                new Business(
                        name,
                        category,
                        listName,
                        "hosu",
                        "한들시 물빛로 %d (호수동)".formatted(house),
                        "한들시 호수동 101-%d".formatted(house),
                        "99001",
                        "000-123-45%02d".formatted(house),
                        spot == null ? null : spot.latitude(),
                        spot == null ? null : spot.longitude());
        return new Listing(key, business, false, null);
    }
}
