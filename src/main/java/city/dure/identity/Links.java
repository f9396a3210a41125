package city.dure.identity;

import city.dure.access.KeyedHash;
import city.dure.shared.Actor;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which account a person of another issuer has here. */
@Service
@Transactional
public class Links {
    /** What somebody is called who has agreed to nothing yet, and so told nothing that is kept. */
    private static final String NAMELESS = "시민";

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final KeyedHash hash;

    Links(JdbcClient jdbc, Accounts accounts, KeyedHash hash) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.hash = hash;
    }

    /** The account of an issuer's subject; a citizen's account is opened at the first sign-in. */
    public AccountId accountOf(String issuer, String subject) {
        String hashed = hash(issuer, subject);
        return find(issuer, hashed)
                .orElseGet(() -> {
                    AccountId id = accounts.open(Actor.SYSTEM, new NewAccount(NAMELESS, false));
                    jdbc.sql(
                                    "insert into account_link (issuer, subject_hash,"
                                            + " account_id) values (?, ?, ?)")
                            .params(issuer, hashed, id.value())
                            .update();
                    return id;
                });
    }

    private Optional<AccountId> find(String issuer, String hashed) {
        return jdbc.sql("select account_id from account_link where issuer = ? and subject_hash = ?")
                .params(issuer, hashed)
                .query((row, number) -> new AccountId(row.getObject(1, UUID.class)))
                .optional();
    }

    private String hash(String issuer, String subject) {
        return hash.of("identity.subjects", issuer + "\n" + subject);
    }
}
