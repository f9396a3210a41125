package city.dure.payments;

import city.dure.citizens.Citizen;
import city.dure.citizens.Citizens;
import city.dure.citizens.TestCitizens;
import city.dure.identity.AccountId;
import city.dure.identity.Passwords;
import city.dure.merchants.MerchantId;
import city.dure.money.Outcome;
import city.dure.money.TestMoney;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Payments as citizens make them. */
@Component
class TestPayments {
    private final Payments payments;
    private final TestMoney money;
    private final TestCitizens people;
    private final Citizens citizens;
    private final Passwords passwords;
    private final TransactionOperations transaction;

    TestPayments(
            Payments payments,
            TestMoney money,
            TestCitizens people,
            Citizens citizens,
            Passwords passwords,
            TransactionOperations transaction) {
        this.payments = payments;
        this.money = money;
        this.people = people;
        this.citizens = citizens;
        this.passwords = passwords;
        this.transaction = transaction;
    }

    /** Somebody new with so much in their wallet. */
    Citizen somebody(long amount) {
        Citizen citizen = people.joined(TestCitizens.someone());
        if (amount > 0) {
            money.fill(citizen.id(), amount);
        }
        return citizen;
    }

    static AccountId account(Citizen citizen) {
        return Objects.requireNonNull(citizen.account());
    }

    /** A payment of somebody; its id. */
    String pay(Citizen citizen, MerchantId shop, long amount) {
        return pay(TestCitizens.actor(citizen), shop, amount);
    }

    /** A payment of a demo person, who has money for it. */
    String pay(String user, MerchantId shop, long amount) {
        var account = passwords.find(user).orElseThrow().account();
        var actor = new Actor(account.ref(), Role.CITIZEN);
        Citizen own = citizens.of(actor).orElseGet(() -> joined(actor));
        money.fill(own.id(), amount);
        return pay(actor, shop, amount);
    }

    private String pay(Actor actor, MerchantId shop, long amount) {
        var attempt =
                payments.pay(
                        actor, new Payments.Wanted(shop, amount, UUID.randomUUID(), null, null));
        return ((Outcome.Done) Objects.requireNonNull(attempt.outcome())).transfer().id().ref();
    }

    private Citizen joined(Actor actor) {
        people.agree(actor);
        transaction.executeWithoutResult(
                status -> citizens.join(actor, TestCitizens.living(TestCitizens.someone())));
        return citizens.of(actor).orElseThrow();
    }
}
