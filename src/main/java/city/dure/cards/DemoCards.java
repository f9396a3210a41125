package city.dure.cards;

import city.dure.citizens.Citizen;
import city.dure.citizens.Citizens;
import city.dure.identity.Passwords;
import city.dure.personal.CardCode;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The demo's test card, which the desk handed to one of its own people; see the sign-in page. */
@Component
@Profile("demo")
@Order(15) // After the wallets
class DemoCards implements ApplicationRunner {
    private static final CardCode CODE = CardCode.read("9410-2026-1121-0003").orElseThrow();

    private final Citizens citizens;
    private final Passwords passwords;
    private final Cards cards;
    private final TransactionOperations transaction;

    DemoCards(
            Citizens citizens,
            Passwords passwords,
            Cards cards,
            TransactionOperations transaction) {
        this.citizens = citizens;
        this.passwords = passwords;
        this.cards = cards;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Citizen park = citizens.of(known("citizen.park", Role.CITIZEN)).orElseThrow();
        if (cards.of(park.id()).isEmpty()) {
            Actor desk = known("desk.agent", Role.DESK_AGENT);
            transaction.executeWithoutResult(status -> {
                cards.order(desk, park.id(), CODE, null);
                cards.handOut(desk, park.id());
            });
        }
    }

    private Actor known(String username, Role role) {
        return new Actor(passwords.find(username).orElseThrow().account().ref(), role);
    }
}
