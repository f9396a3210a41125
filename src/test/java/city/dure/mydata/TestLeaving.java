package city.dure.mydata;

import city.dure.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** People who leave. */
@Component
public class TestLeaving {
    private final Leaving leaving;
    private final TransactionOperations transaction;

    TestLeaving(Leaving leaving, TransactionOperations transaction) {
        this.leaving = leaving;
        this.transaction = transaction;
    }

    /** Forgets somebody. */
    public void forget(Actor actor) {
        transaction.executeWithoutResult(status -> leaving.forget(actor));
    }
}
