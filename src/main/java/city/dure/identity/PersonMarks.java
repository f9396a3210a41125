package city.dure.identity;

import city.dure.access.KeyedHash;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
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

    /** An account and all others of the same person, by id. */
    @Transactional(readOnly = true)
    public List<AccountId> accountsOf(AccountId one) {
        return jdbc.sql(
                        "select id from account where id = :one or id in (select b.account_id"
                                + " from account_person a join account_person b"
                                + " on b.kind = a.kind and b.mark = a.mark"
                                + " where a.account_id = :one) order by id")
                .param("one", one.value())
                .query((row, number) -> new AccountId(row.getObject("id", UUID.class)))
                .list();
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
