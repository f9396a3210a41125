package city.dure.money;

import city.dure.book.TransferId;
import city.dure.identity.Passwords;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What the demo's two settlement officers let happen. */
@Component
public class TestMeasures {
    private final Measures measures;
    private final Passwords passwords;
    private final TransactionOperations transaction;

    TestMeasures(Measures measures, Passwords passwords, TransactionOperations transaction) {
        this.measures = measures;
        this.passwords = passwords;
        this.transaction = transaction;
    }

    /** Counters a transfer. */
    public UUID counter(TransferId wrong) {
        UUID id = UUID.randomUUID();
        transaction.executeWithoutResult(status ->
                measures.ask(
                        officer("officer.settlement"),
                        id,
                        new Measure.Counter(wrong),
                        "/office/approvals"));
        transaction.executeWithoutResult(
                status -> measures.approve(officer("officer2.settlement"), id, measures.mark(id)));
        return id;
    }

    private Actor officer(String username) {
        String ref = passwords.find(username).orElseThrow().account().ref();
        return new Actor(ref, Role.SETTLEMENT_OFFICER);
    }
}
