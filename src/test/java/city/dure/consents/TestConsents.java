package city.dure.consents;

import city.dure.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** A city that asks for consents. */
@Component
public class TestConsents {
    private final Consents consents;
    private final UsualWords usual;
    private final TransactionOperations transaction;

    TestConsents(Consents consents, UsualWords usual, TransactionOperations transaction) {
        this.consents = consents;
        this.usual = usual;
        this.transaction = transaction;
    }

    /** Asks for all there are, in the usual words, unless it does so already. */
    public synchronized void ask() {
        for (ConsentKind kind : ConsentKind.values()) {
            if (consents.versions(kind).isEmpty()) {
                askAnew(kind);
            }
        }
    }

    /** Asks in new words from now on. */
    public void askAnew(ConsentKind kind) {
        int version = consents.versions(kind).size();
        transaction.executeWithoutResult(status ->
                consents.publish(Actor.SYSTEM, kind, version, usual.ko(kind), usual.en(kind)));
    }
}
