package city.dure.citizens;

import city.dure.consents.ConsentKind;
import city.dure.consents.Consents;
import city.dure.consents.TestConsents;
import city.dure.identity.Accounts;
import city.dure.identity.NewAccount;
import city.dure.ledger.Ledger;
import city.dure.personal.BirthDate;
import city.dure.personal.EmailAddress;
import city.dure.personal.PersonName;
import city.dure.personal.Phone;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** People who join, each with an account and a name of their own. */
@Component
public class TestCitizens {
    private final Accounts accounts;
    private final Consents consents;
    private final TestConsents asked;
    private final Citizens citizens;
    private final Ledger ledger;
    private final TransactionOperations transaction;

    TestCitizens(
            Accounts accounts,
            Consents consents,
            TestConsents asked,
            Citizens citizens,
            Ledger ledger,
            TransactionOperations transaction) {
        this.accounts = accounts;
        this.consents = consents;
        this.asked = asked;
        this.citizens = citizens;
        this.ledger = ledger;
        this.transaction = transaction;
    }

    /** Somebody who signed in for the first time. */
    public Actor newcomer() {
        return transaction.execute(status -> {
            var account = accounts.open(Actor.SYSTEM, new NewAccount("새 사람", false));
            return new Actor(account.ref(), Role.CITIZEN);
        });
    }

    /** Agrees to all that is asked now. */
    public void agree(Actor actor) {
        asked.ask();
        transaction.executeWithoutResult(status ->
                consents.asked()
                        .forEach(text -> consents.give(actor, text.kind(), text.version())));
    }

    /** Takes a consent back. */
    public void disagree(Actor actor, ConsentKind kind) {
        transaction.executeWithoutResult(status -> consents.withdraw(actor, kind));
    }

    /** Somebody who joined as this person. */
    public Citizen joined(Profile profile) {
        Actor actor = newcomer();
        agree(actor);
        transaction.executeWithoutResult(status -> citizens.join(actor, living(profile)));
        return citizens.of(actor).orElseThrow();
    }

    /** Records what a test did behind the portal's back. */
    void record(Citizen citizen) {
        String proof = Objects.requireNonNullElse(citizen.provenBy(), "email");
        ledger.record(
                Actor.SYSTEM, new CitizenRecords.Verified(citizen.id(), proof, citizen.level()));
    }

    /** This person, living where the demo's first people live. */
    public static NewCitizen living(Profile profile) {
        return new NewCitizen(profile, "hosu", LocalDate.of(2020, 3, 1));
    }

    /** A person whom nobody else is called like. */
    public static Profile someone() {
        return new Profile(
                new PersonName("카나리아" + letters()),
                new BirthDate(LocalDate.of(1985, 3, 7)),
                new EmailAddress(letters() + "@example.kr"),
                phone(),
                null);
    }

    /** The member's account, acting. */
    public static Actor actor(Citizen citizen) {
        return new Actor(Objects.requireNonNull(citizen.account()).ref(), Role.CITIZEN);
    }

    private static String letters() {
        var text = new StringBuilder();
        ThreadLocalRandom.current().ints(10, 'a', 'z' + 1).forEach(text::appendCodePoint);
        return text.toString();
    }

    /** A number whose end is anybody's. */
    public static Phone phone() {
        return new Phone("010%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000)));
    }
}
