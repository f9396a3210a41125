package city.dure.shopreports;

import city.dure.identity.Passwords;
import city.dure.merchants.MerchantFilter;
import city.dure.merchants.MerchantStatus;
import city.dure.merchants.MerchantSummary;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.web.Formats;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives the demo some reports, open and settled, through the portal's own service; once. */
@Component
@Profile("demo")
@Order(40) // After the people and the shops
class DemoReports implements ApplicationRunner {
    private static final int SHOPS = 12;

    private final ShopReports reports;
    private final Cases cases;
    private final Merchants merchants;
    private final Passwords people;
    private final Clock clock;

    DemoReports(
            ShopReports reports, Cases cases, Merchants merchants, Passwords people, Clock clock) {
        this.reports = reports;
        this.cases = cases;
        this.merchants = merchants;
        this.people = people;
        this.clock = clock;
    }

    // Each act is a transaction of its own, as it is when people do it.
    @Override
    public void run(ApplicationArguments arguments) {
        Actor kim = actor("citizen.kim", Role.CITIZEN);
        var accepting = shops(MerchantStatus.APPROVED);
        var listed = shops(MerchantStatus.LISTED);
        boolean known = !reports.own(kim, null, 1).rows().isEmpty();
        if (!known && accepting.size() == SHOPS && listed.size() == SHOPS) {
            file(kim, actor("citizen.lee", Role.CITIZEN), accepting, listed);
            settle(kim, actor("officer.merchants", Role.MERCHANT_OFFICER), accepting);
        }
    }

    private void file(
            Actor kim, Actor lee, List<MerchantSummary> accepting, List<MerchantSummary> listed) {
        report(kim, listed.get(3), null, 2);
        report(lee, listed.get(3), null, 1);
        report(lee, accepting.get(5), Refusal.SURCHARGE, 3);
        report(kim, accepting.get(5), Refusal.NOT_TAKEN, 0);
        report(lee, accepting.get(8), null, 5);
        report(kim, accepting.get(9), Refusal.WORSE, 4);
    }

    private void settle(Actor kim, Actor officer, List<MerchantSummary> accepting) {
        settle(officer, accepting.get(9), Outcome.WARNED);
        report(kim, accepting.get(10), null, 6);
        settle(officer, accepting.get(10), Outcome.UNFOUNDED);
    }

    private void report(Actor person, MerchantSummary shop, @Nullable Refusal refusal, int days) {
        var kind = refusal == null ? ReportKind.CLOSED : ReportKind.REFUSES;
        var day = LocalDate.now(clock.withZone(Formats.ZONE)).minusDays(days);
        reports.file(person, shop.id(), new ShopReports.Sighting(kind, refusal, day));
    }

    private void settle(Actor officer, MerchantSummary shop, Outcome outcome) {
        var open = cases.page(new Cases.Filter(null, null, shop.ref(), null), null, 1);
        ShopCase it = open.rows().getFirst().it();
        reports.settle(officer, it.id(), outcome, it.version());
    }

    private List<MerchantSummary> shops(MerchantStatus status) {
        return merchants.page(new MerchantFilter("", "", "", Set.of(status)), null, SHOPS).rows();
    }

    private Actor actor(String username, Role role) {
        return new Actor(people.find(username).orElseThrow().account().ref(), role);
    }
}
