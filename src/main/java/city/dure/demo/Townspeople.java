package city.dure.demo;

import city.dure.book.Lot;
import city.dure.citizens.Citizen;
import city.dure.citizens.CitizenList;
import city.dure.citizens.Citizens;
import city.dure.identity.Passwords;
import city.dure.money.Money;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.wallets.DemoWallets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Who pays in the demo's city: its own people now and then, otherwise some of the others. */
@Component
@Profile("demo")
class Townspeople {
    private static final CitizenList.Filter ALL = new CitizenList.Filter(null, null, null);
    private static final int OTHERS = 70;
    private static final Duration ON_THE_WAY = Duration.ofMinutes(2);
    private static final List<Long> TOP_UPS = List.of(30_000L, 50_000L, 100_000L, 200_000L);

    private final Citizens citizens;
    private final CitizenList list;
    private final Passwords passwords;
    private final Money money;
    private final DemoWallets wallets;
    private final DemoClock clock;
    private final List<Person> all = new ArrayList<>();

    Townspeople(
            Citizens citizens,
            CitizenList list,
            Passwords passwords,
            Money money,
            DemoWallets wallets,
            DemoClock clock) {
        this.citizens = citizens;
        this.list = list;
        this.passwords = passwords;
        this.money = money;
        this.wallets = wallets;
        this.clock = clock;
    }

    /**
     * Somebody who pays.
     *
     * @param share of all purchases
     * @param most what they spend at once, in won
     * @param usual what they top up, in won
     */
    record Person(Actor actor, Citizen citizen, double share, long most, long usual) {}

    /** Learns who lives here, once they do. */
    void gather() {
        all.clear();
        all.add(known("citizen.kim", 0.05, 20_000, 50_000));
        all.add(known("citizen.lee", 0.03, 45_000, 100_000));
        all.add(known("citizen.park", 0.02, 9_000, 30_000));
        var others = list.page(ALL, null, OTHERS).rows();
        double share = (1 - all.stream().mapToDouble(Person::share).sum()) / others.size();
        for (Citizen other : others) {
            Actor actor = actor(Objects.requireNonNull(other.account()).ref());
            long usual = TOP_UPS.get(all.size() % TOP_UPS.size());
            all.add(new Person(actor, other, share, Long.MAX_VALUE, usual));
        }
    }

    private Person known(String username, double share, long most, long usual) {
        Actor actor = actor(passwords.find(username).orElseThrow().account().ref());
        return new Person(actor, citizens.of(actor).orElseThrow(), share, most, usual);
    }

    private static Actor actor(String account) {
        return new Actor(account, Role.CITIZEN);
    }

    /** The one at this place among all, or the next who spends so much. */
    Person whoPays(double place, long amount) {
        double sum = 0;
        for (Person person : all) {
            sum += person.share();
            if (place < sum && amount <= person.most()) {
                return person;
            }
        }
        return all.getLast();
    }

    /** Whether they have so much, after they topped up where they had not. */
    boolean canPay(Person person, long amount) {
        long missing = amount - has(person);
        if (missing <= 0) {
            return true;
        }
        wallets.topUp(person.actor(), roundedUp(Math.max(missing, person.usual())));
        clock.forwardTo(clock.instant().plus(ON_THE_WAY));
        return has(person) >= amount;
    }

    private long has(Person person) {
        return money.spendable(person.citizen().id()).stream().mapToLong(Lot::remaining).sum();
    }

    private static long roundedUp(long amount) {
        return Math.ceilDiv(amount, 10_000) * 10_000;
    }
}
