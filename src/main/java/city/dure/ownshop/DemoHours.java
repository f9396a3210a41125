package city.dure.ownshop;

import city.dure.identity.Passwords;
import city.dure.merchants.Member;
import city.dure.merchants.Member.Membership;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.storefronts.OpeningHours;
import city.dure.storefronts.OpeningHours.Span;
import city.dure.storefronts.Storefronts;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.EnumSet;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets the owner in the demo say when the shop is open; once. */
@Component
@Profile("demo")
@Order(31) // After the people and their shops
class DemoHours implements ApplicationRunner {
    private final Passwords people;
    private final Merchants merchants;
    private final Storefronts storefronts;

    DemoHours(Passwords people, Merchants merchants, Storefronts storefronts) {
        this.people = people;
        this.merchants = merchants;
        this.storefronts = storefronts;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var owner =
                people.find("shop.bakery")
                        .map(login -> new Actor(login.account().ref(), Role.CITIZEN))
                        .orElseThrow();
        merchants.shopsOf(owner).stream()
                .filter(member -> member.membership() == Membership.OWNER)
                .map(Member::merchant)
                .filter(shop -> storefronts.of(shop).version() == 0)
                .forEach(shop -> storefronts.open(owner, shop, hours(), 0));
    }

    private static OpeningHours hours() {
        var days = new EnumMap<DayOfWeek, Span>(DayOfWeek.class);
        var weekday = new Span(LocalTime.of(8, 0), LocalTime.of(21, 0));
        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY).forEach(day -> days.put(day, weekday));
        days.put(DayOfWeek.SATURDAY, new Span(LocalTime.of(9, 0), LocalTime.of(19, 0)));
        return new OpeningHours(days, null, true);
    }
}
