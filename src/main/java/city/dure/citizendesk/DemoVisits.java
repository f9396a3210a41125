package city.dure.citizendesk;

import city.dure.citizens.Citizen;
import city.dure.citizens.CitizenList;
import city.dure.citizens.Citizens;
import city.dure.identity.Passwords;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Lets some of the demo's citizens wait at the desk, as numbers are good for a day only. */
@Component
@Profile("demo")
@Order(41) // After the citizens, and on this very day
class DemoVisits implements ApplicationRunner {
    private static final int OTHERS = 6;

    private final DeskVisits visits;
    private final Citizens citizens;
    private final CitizenList list;
    private final Passwords people;
    private final TransactionOperations transaction;

    DemoVisits(
            DeskVisits visits,
            Citizens citizens,
            CitizenList list,
            Passwords people,
            TransactionOperations transaction) {
        this.visits = visits;
        this.citizens = citizens;
        this.list = list;
        this.people = people;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (String username : List.of("citizen.lee", "citizen.park")) {
            var account = people.find(username).orElseThrow().account();
            citizens.of(new Actor(account.ref(), Role.CITIZEN)).ifPresent(this::ask);
        }
        list.page(new CitizenList.Filter(null, 2, false), null, OTHERS).rows().forEach(this::ask);
    }

    private void ask(Citizen own) {
        if (own.account() != null && own.provenAt() == null && visits.waiting(own.id()).isEmpty()) {
            Actor actor = new Actor(own.account().ref(), Role.CITIZEN);
            transaction.executeWithoutResult(status -> visits.ask(actor, own));
        }
    }
}
