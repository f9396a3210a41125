package city.dure.citizendesk;

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

/** Lets two of the demo's citizens wait at the desk; once. */
@Component
@Profile("demo")
@Order(13) // After the citizens
class DemoVisits implements ApplicationRunner {
    private final DeskVisits visits;
    private final Citizens citizens;
    private final Passwords people;
    private final TransactionOperations transaction;

    DemoVisits(
            DeskVisits visits,
            Citizens citizens,
            Passwords people,
            TransactionOperations transaction) {
        this.visits = visits;
        this.citizens = citizens;
        this.people = people;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (String username : List.of("citizen.lee", "citizen.park")) {
            transaction.executeWithoutResult(status -> ask(username));
        }
    }

    private void ask(String username) {
        var account = people.find(username).orElseThrow().account();
        Actor actor = new Actor(account.ref(), Role.CITIZEN);
        citizens.of(actor)
                .filter(own -> own.provenAt() == null && !visits.hasAsked(own.id()))
                .ifPresent(own -> visits.ask(actor, own));
    }
}
