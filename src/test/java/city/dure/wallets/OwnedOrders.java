package city.dure.wallets;

import city.dure.citizens.Citizen;
import city.dure.citizens.Citizens;
import city.dure.citizens.Profile;
import city.dure.citizens.TestCitizens;
import city.dure.identity.Passwords;
import city.dure.money.TestMoney;
import city.dure.permissions.OwnedObjects;
import city.dure.personal.PersonName;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** A top-up of a citizen, and the bank's page for it. */
@Component
class OwnedOrders implements OwnedObjects {
    private final Passwords passwords;
    private final Citizens citizens;
    private final TestCitizens people;
    private final TestMoney money;
    private final TopUps topUps;
    private final TransactionOperations transaction;

    OwnedOrders(
            Passwords passwords,
            Citizens citizens,
            TestCitizens people,
            TestMoney money,
            TopUps topUps,
            TransactionOperations transaction) {
        this.passwords = passwords;
        this.citizens = citizens;
        this.people = people;
        this.money = money;
        this.topUps = topUps;
        this.transaction = transaction;
    }

    @Override
    public String row() {
        return "wallets.orders";
    }

    @Override
    public String path(String pattern) {
        money.allow(1_000_000);
        var account = passwords.find(ownUser()).orElseThrow().account();
        var actor = new Actor(account.ref(), Role.CITIZEN);
        Citizen own = citizens.of(actor).orElseGet(() -> joined(actor));
        Order order =
                Objects.requireNonNull(
                        transaction.execute(
                                status -> topUps.ask(actor, own, 1_000, 1_000, 100).order()));
        return pattern.replace("{id}", order.id().ref());
    }

    private Citizen joined(Actor actor) {
        people.agree(actor);
        var some = TestCitizens.someone();
        var name = new PersonName("김나래"); // As other tests know the account
        var named = new Profile(name, some.birth(), some.email(), some.phone(), null);
        transaction.executeWithoutResult(
                status -> citizens.join(actor, TestCitizens.living(named)));
        return citizens.of(actor).orElseThrow();
    }

    @Override
    public String ownUser() {
        return "citizen.kim";
    }

    @Override
    public String foreignUser() {
        return "citizen.lee";
    }
}
