package city.dure.identity;

import city.dure.access.KeyedHash;
import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerReceipt;
import city.dure.ledger.LedgerRecord;
import city.dure.shared.Actor;
import city.dure.vault.Vault;
import city.dure.web.Conflict;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Recognises two accounts of one person by a keyed hash of the staff number, which the vault keeps,
 * or of what an identity provider says of a person to all it deals with (CI, connecting
 * information). An account without a mark is nobody else's, as far as the portal can know.
 */
@Service
@Transactional
public class PersonMarks {
    private static final String STAFF = "staff";
    private static final String NUMBER = "staff-number";
    private static final String PROVIDER = "ci";
    private static final String NAMED = "ci-name"; // The CI's mark is in it, so it is one person's

    private final JdbcClient jdbc;
    private final KeyedHash hash;
    private final Vault vault;
    private final Ledger ledger;

    PersonMarks(JdbcClient jdbc, KeyedHash hash, Vault vault, Ledger ledger) {
        this.jdbc = jdbc;
        this.hash = hash;
        this.vault = vault;
        this.ledger = ledger;
    }

    /** An identity provider said who somebody is, for the first time or otherwise than before. */
    @LedgerKind("account.person_known")
    record Known(AccountId account) implements LedgerRecord {}

    /** Somebody noted the staff number of an account that had none. */
    @LedgerKind("account.numbered")
    record Numbered(AccountId account) implements LedgerRecord {}

    /**
     * Notes whose a new account is; the caller records its opening.
     *
     * @param staffNumber letters and digits; small and capital letters are the same
     */
    public void mark(AccountId account, String staffNumber) {
        String number = number(staffNumber);
        keep(account, STAFF, hash(STAFF, number));
        vault.put(account.ref(), NUMBER, number);
    }

    /**
     * Notes whose an account is that was opened without a staff number, or when numbers were kept
     * as hashes only.
     *
     * @throws Conflict when it has another one, or it is the account of who acts
     */
    public LedgerReceipt number(Actor actor, AccountId account, String staffNumber) {
        if (actor.ref().equals(account.ref())) {
            throw new Conflict("identity.number.own");
        }
        String mark = hash(STAFF, number(staffNumber));
        if (staffNumber(account).isPresent()
                || of(account, STAFF).filter(before -> !before.equals(mark)).isPresent()) {
            throw new Conflict("identity.number.known");
        }
        mark(account, staffNumber);
        return ledger.record(actor, new Numbered(account));
    }

    /** The staff number of an account, for administrators; empty where none was noted. */
    @Transactional(readOnly = true)
    public Optional<String> staffNumber(AccountId account) {
        return vault.get(account.ref(), NUMBER);
    }

    /**
     * Notes what an identity provider said of who signed in; nothing happens where it is known.
     *
     * @param birth the day of birth, as in {@code birthdate} of OpenID Connect Core, section 5.1
     * @return false when the account was another person's before; nothing is noted then
     */
    public boolean know(AccountId account, String ci, String name, String birth) {
        String mark = hash(PROVIDER, ci.strip());
        String named = named(mark, name, birth);
        var before = of(account, PROVIDER);
        if (before.isPresent() && !before.get().equals(mark)) {
            return false;
        }
        if (!of(account, NAMED).equals(Optional.of(named))) {
            keep(account, PROVIDER, mark);
            keep(account, NAMED, named);
            ledger.record(Actor.SYSTEM, new Known(account));
        }
        return true;
    }

    /** What stands for the person of an account with an identity provider; empty if none said. */
    @Transactional(readOnly = true)
    public Optional<String> provided(AccountId account) {
        return of(account, PROVIDER);
    }

    /** Whether the identity provider of an account calls its person so. */
    @Transactional(readOnly = true)
    public boolean isCalled(AccountId account, String name, LocalDate birth) {
        return of(account, PROVIDER)
                .map(mark -> named(mark, name, birth.toString()))
                .equals(of(account, NAMED));
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

    private static String number(String typed) {
        return typed.strip().toUpperCase(Locale.ROOT);
    }

    private String named(String mark, String name, String birth) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFC).replaceAll("\\s", "");
        return hash(NAMED, String.join("\n", mark, plain, birth));
    }

    private String hash(String kind, String text) {
        return hash.of("identity.persons." + kind, text);
    }

    private Optional<String> of(AccountId account, String kind) {
        return jdbc.sql("select mark from account_person where account_id = ? and kind = ?")
                .params(account.value(), kind)
                .query(String.class)
                .optional();
    }

    private void keep(AccountId account, String kind, String mark) {
        jdbc.sql("delete from account_person where account_id = ? and kind = ?")
                .params(account.value(), kind)
                .update();
        jdbc.sql(
                        "insert into account_person (account_id, kind, mark) values (?, ?, ?)"
                                + " on conflict do nothing")
                .params(account.value(), kind, mark)
                .update();
    }
}
