package city.dure.identity;

import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerRecord;
import city.dure.shared.Actor;
import java.util.UUID;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Hashes the sign-in names that an earlier version kept as they were typed; once. */
@Component
@Order(5) // Before anybody is given one
class SignInNames implements ApplicationRunner {
    private static final String PLAIN =
            " from account_password where not (username like 'h-%'"
                    + " and length(username) = 66)"; // No name has more than 60 signs

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final Ledger ledger;
    private final TransactionOperations transaction;

    SignInNames(
            JdbcClient jdbc,
            Passwords passwords,
            Ledger ledger,
            TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.ledger = ledger;
        this.transaction = transaction;
    }

    /** Sign-in names are kept as keyed hashes from now on. */
    @LedgerKind("password.names_hashed")
    record NamesHashed(int count) implements LedgerRecord {}

    private record Named(UUID account, String username) {}

    @Override
    public void run(ApplicationArguments arguments) {
        transaction.executeWithoutResult(status -> hash());
    }

    void hash() {
        var plain =
                jdbc.sql("select account_id, username" + PLAIN + " for update")
                        .query((row, number) ->
                                new Named(row.getObject(1, UUID.class), row.getString(2)))
                        .list();
        if (!plain.isEmpty()) {
            plain.forEach(this::hash);
            ledger.record(Actor.SYSTEM, new NamesHashed(plain.size()));
        }
    }

    private void hash(Named row) {
        jdbc.sql("update account_password set username = ? where account_id = ?")
                .params(passwords.mark(row.username()), row.account())
                .update();
    }
}
