package city.dure.demo;

import city.dure.book.TransferId;
import city.dure.identity.Passwords;
import city.dure.ledger.LedgerReceipt;
import city.dure.merchants.Member.Membership;
import city.dure.merchants.MerchantFilter;
import city.dure.merchants.MerchantStatus;
import city.dure.merchants.MerchantSummary;
import city.dure.merchants.Merchants;
import city.dure.money.Outcome;
import city.dure.payments.Payments;
import city.dure.payments.Refunds;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lives two weeks of the demo's city while its clock goes from then to now: people top up, pay and
 * are given back, through the services that their pages use. The seed and the day of the first
 * start decide all but the ids.
 */
@Component
@Profile("demo")
@Order(28) // After the shops; what waits for somebody is made after it, and so at its own time
class DemoHistory implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(DemoHistory.class);
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final long SEED = 20_261_123L;
    private static final int SHOPS = 12;
    private static final LocalTime EVENING = LocalTime.of(20, 40);
    private static final Set<DayOfWeek> GIVING_BACK = Set.of(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY);

    private final DemoClock clock;
    private final Townspeople people;
    private final Merchants merchants;
    private final Passwords passwords;
    private final Payments payments;
    private final Refunds refunds;
    private final CatchingUp catchingUp;
    private final Map<Habit, List<MerchantSummary>> shops = new HashMap<>();

    DemoHistory(
            DemoClock clock,
            Townspeople people,
            Merchants merchants,
            Passwords passwords,
            Payments payments,
            Refunds refunds,
            CatchingUp catchingUp) {
        this.clock = clock;
        this.people = people;
        this.merchants = merchants;
        this.passwords = passwords;
        this.payments = payments;
        this.refunds = refunds;
        this.catchingUp = catchingUp;
    }

    /** A payment of the day, as the bakery may give it back. */
    private record Sale(MerchantSummary shop, TransferId payment, long amount) {}

    @Override
    public void run(ApplicationArguments arguments) {
        if (!clock.isBehind()) {
            return;
        }
        Instant now = clock.present();
        LocalDate today = LocalDate.ofInstant(now, SEOUL);
        people.gather();
        LocalDate.ofInstant(clock.instant(), SEOUL)
                .plusDays(1)
                .datesUntil(today.plusDays(1))
                .forEach(day -> live(day, now));
        clock.arrive();
        LOG.info("two weeks were lived in {}", Duration.between(now, clock.instant()));
    }

    private void live(LocalDate day, Instant now) {
        var sales = new ArrayList<Sale>();
        long seed = SEED + now.atZone(SEOUL).toLocalDate().toEpochDay() - day.toEpochDay();
        for (Purchase purchase : Purchase.of(day, seed)) {
            Instant at = at(day, purchase.at());
            if (at.isBefore(now)) {
                clock.forwardTo(at);
                buy(purchase, sales);
            }
        }
        if (GIVING_BACK.contains(day.getDayOfWeek()) && at(day, EVENING).isBefore(now)) {
            clock.forwardTo(at(day, EVENING));
            giveBack(sales, day.getDayOfWeek() == DayOfWeek.FRIDAY);
        }
        catchingUp.await();
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(SEOUL).toInstant();
    }

    private void buy(Purchase purchase, List<Sale> sales) {
        var there = shops.computeIfAbsent(purchase.habit(), this::shops);
        Townspeople.Person person = people.whoPays(purchase.person(), purchase.amount());
        if (there.isEmpty() || !people.canPay(person, purchase.amount())) {
            return;
        }
        MerchantSummary shop = there.get((int) (purchase.shop() * there.size()));
        Actor actor = person.actor();
        var attempt =
                payments.pay(
                        actor,
                        new Payments.Wanted(
                                shop.id(), purchase.amount(), UUID.randomUUID(), null, null));
        if (attempt.outcome() instanceof Outcome.Done done) {
            sales.add(new Sale(shop, done.transfer().id(), purchase.amount()));
            wrote(done.receipt());
        }
    }

    private void wrote(@Nullable LedgerReceipt receipt) {
        if (receipt != null) {
            catchingUp.wrote(receipt);
        }
    }

    /** The bakery took too much, or the wrong cake. */
    private void giveBack(List<Sale> sales, boolean whole) {
        sales.stream()
                .filter(sale -> sale.shop().name().equals(Habit.BAKERY))
                .reduce((before, last) -> last)
                .ifPresent(sale -> giveBack(sale, whole ? sale.amount() : sale.amount() / 2));
    }

    private void giveBack(Sale sale, long amount) {
        var owner = passwords.find("shop.bakery").orElseThrow().account();
        var wanted =
                new Refunds.Wanted(sale.shop().id(), sale.payment(), amount, UUID.randomUUID());
        refunds.giveBack(new Actor(owner.ref(), Role.CITIZEN), Membership.OWNER, wanted);
    }

    private List<MerchantSummary> shops(Habit habit) {
        var filter =
                new MerchantFilter(
                        habit.shop(), habit.category(), "", Set.of(MerchantStatus.APPROVED));
        return merchants.page(filter, null, SHOPS).rows();
    }
}
