package city.dure.consents;

import city.dure.shared.Actor;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Lets the demo city ask for consents in the usual words; once. */
@Component
@Profile("demo")
@Order(11) // After the people
class DemoConsents implements ApplicationRunner {
    private final Consents consents;
    private final UsualWords usual;
    private final TransactionOperations transaction;

    DemoConsents(Consents consents, UsualWords usual, TransactionOperations transaction) {
        this.consents = consents;
        this.usual = usual;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (ConsentKind kind : ConsentKind.values()) {
            if (consents.versions(kind).isEmpty()) {
                transaction.executeWithoutResult(status -> publish(kind));
            }
        }
    }

    private void publish(ConsentKind kind) {
        consents.publish(Actor.SYSTEM, kind, 0, usual.ko(kind), usual.en(kind));
    }
}
