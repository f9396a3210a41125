package city.dure.identity;

import city.dure.access.KeyedHash;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Recognises two accounts of one person, without keeping by what: a keyed hash of the staff number.
 * An account without a mark is nobody else's, as far as the portal can know.
 */
@Service
@Transactional
public class PersonMarks {
    private static final String STAFF = "staff";

    private final JdbcClient jdbc;
    private final KeyedHash hash;

    PersonMarks(JdbcClient jdbc, KeyedHash hash) {
        this.jdbc = jdbc;
        this.hash = hash;
    }

    /**
     * Notes whose a new account is; the caller records its opening.
     *
     * @param staffNumber letters and digits; small and capital letters are the same
     */
    public void mark(AccountId account, String staffNumber) {
        String number = staffNumber.strip().toUpperCase(Locale.ROOT);
        jdbc.sql("insert into account_person (account_id, kind, mark) values (?, ?, ?)")
                .params(account.value(), STAFF, hash.of("identity.persons." + STAFF, number))
                .update();
    }

    /** Whether two accounts are one, or one person's. */
    @Transactional(readOnly = true)
    public boolean same(AccountId one, AccountId other) {
        return one.equals(other)
                || jdbc.sql(
                                        "select count(*) from account_person a"
                                                + " join account_person b"
                                                + " on b.kind = a.kind and b.mark = a.mark"
                                                + " where a.account_id = ? and b.account_id = ?")
                                .params(one.value(), other.value())
                                .query(Long.class)
                                .single()
                        > 0;
    }
}
