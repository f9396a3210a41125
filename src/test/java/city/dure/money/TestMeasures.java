package city.dure.money;

import static org.awaitility.Awaitility.await;

import city.dure.book.Book;
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
    private final Book book;
    private final Passwords passwords;
    private final TransactionOperations transaction;

    TestMeasures(
            Measures measures, Book book, Passwords passwords, TransactionOperations transaction) {
        this.book = book;
        this.measures = measures;
        this.passwords = passwords;
        this.transaction = transaction;
    }

    /** Counters a transfer. */
    public UUID counter(TransferId wrong) {
        return decide(new Measure.Counter(wrong));
    }

    /** Lets other limits hold from now on. */
    public void limits(String written) {
        var from = book.now().plusMillis(500);
        decide(new Measure.Limit(WalletLimits.read(written), from));
        await().until(() -> book.now().isAfter(from));
    }

    private UUID decide(Measure measure) {
        UUID id = UUID.randomUUID();
        transaction.executeWithoutResult(status ->
                measures.ask(officer("officer.settlement"), id, measure, "/office/approvals"));
        transaction.executeWithoutResult(
                status -> measures.approve(officer("officer2.settlement"), id, measures.mark(id)));
        return id;
    }

    private Actor officer(String username) {
        String ref = passwords.find(username).orElseThrow().account().ref();
        return new Actor(ref, Role.SETTLEMENT_OFFICER);
    }
}
