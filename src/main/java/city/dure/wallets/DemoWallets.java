package city.dure.wallets;

import city.dure.citizens.Citizen;
import city.dure.citizens.Citizens;
import city.dure.identity.Passwords;
import city.dure.money.Measure;
import city.dure.money.Measures;
import city.dure.money.Money;
import city.dure.money.Quote;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What the demo's city may sell and give, let happen by its two settlement officers, and what its
 * own people have topped up.
 */
@Component
@Profile("demo")
@Order(14) // After the citizens
public class DemoWallets implements ApplicationRunner {
    private static final long MONTH = 3_300_000_000L;
    private static final long BONUS = 300_000_000L;
    private static final String ONE = "officer.settlement";
    private static final String OTHER = "officer2.settlement";

    private final Citizens citizens;
    private final Passwords passwords;
    private final Measures measures;
    private final Money money;
    private final TopUps topUps;
    private final TransactionOperations transaction;

    DemoWallets(
            Citizens citizens,
            Passwords passwords,
            Measures measures,
            Money money,
            TopUps topUps,
            TransactionOperations transaction) {
        this.citizens = citizens;
        this.passwords = passwords;
        this.measures = measures;
        this.money = money;
        this.topUps = topUps;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Citizen kim = citizens.of(known("citizen.kim", Role.CITIZEN)).orElseThrow();
        if (!money.spendable(kim.id()).isEmpty()) {
            return;
        }
        YearMonth now = YearMonth.from(citizens.today());
        List.of(
                        new Measure.Allow(now, MONTH),
                        new Measure.Allow(now.plusMonths(1), MONTH),
                        new Measure.Allow(now.plusMonths(2), MONTH),
                        new Measure.Endow("bonus", BONUS))
                .forEach(this::letHappen);
        topUp(known("citizen.kim", Role.CITIZEN), 100_000);
        topUp(known("citizen.lee", Role.CITIZEN), 300_000);
        topUp(known("citizen.park", Role.CITIZEN), 50_000);
    }

    private void letHappen(Measure measure) {
        transaction.executeWithoutResult(status -> {
            UUID id = UUID.randomUUID();
            measures.ask(known(ONE, Role.SETTLEMENT_OFFICER), id, measure, "/office/approvals");
            Actor other = known(OTHER, Role.SETTLEMENT_OFFICER);
            measures.approve(other, id, measures.mark(id));
        });
    }

    /** Tops somebody's wallet up by an amount in won, which the bank says is paid. */
    public void topUp(Actor actor, long amount) {
        transaction.executeWithoutResult(status -> {
            Citizen own = citizens.of(actor).orElseThrow();
            Quote quote = money.quote(own.id(), amount);
            var order = topUps.ask(actor, own, amount, quote.paid(), quote.given()).order();
            topUps.take(BankController.BANK, new BankEvent(order.id(), true, order.paid()));
        });
    }

    private Actor known(String username, Role role) {
        return new Actor(passwords.find(username).orElseThrow().account().ref(), role);
    }
}
