package city.dure.bankaccounts;

import city.dure.access.Access.What;
import city.dure.access.AccessLog;
import city.dure.access.Limits;
import city.dure.bankaccounts.Coded.View;
import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerReceipt;
import city.dure.papers.Paper;
import city.dure.personal.BankAccount;
import city.dure.shared.Actor;
import city.dure.vault.Vault;
import city.dure.web.Conflict;
import city.dure.web.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Officers see accounts masked; in plain for ten minutes after giving a reason, and each time is
 * written into the access record, which the owner reads.
 */
@Service
@Transactional
class BankViews {
    private static final Duration OPEN = Duration.ofMinutes(10);
    private static final String ACCOUNT = "bank_account,bank_holder";
    private static final String PAPER = "bank_book";

    private final JdbcClient jdbc;
    private final BankAccounts accounts;
    private final BankRows rows;
    private final Vault vault;
    private final AccessLog log;
    private final Limits limits;
    private final Ledger ledger;
    private final Clock clock;

    BankViews(
            JdbcClient jdbc,
            BankAccounts accounts,
            BankRows rows,
            Vault vault,
            AccessLog log,
            Limits limits,
            Ledger ledger,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.rows = rows;
        this.vault = vault;
        this.log = log;
        this.limits = limits;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Opens a request to an officer.
     *
     * @throws Conflict when it was decided, and nothing is paid to the account
     * @throws city.dure.web.TooMany after sixty within a quarter of an hour
     */
    LedgerReceipt open(Actor officer, BankChangeId id, View reason) {
        limits.countLook(officer);
        BankChange asked = rows.find(id).orElseThrow(() -> new NotFound(id.ref()));
        if (!asked.matters()) {
            throw new Conflict("bankaccounts.over");
        }
        jdbc.sql(
                        "insert into shop_bank_view (id, change_id, officer, reason, at)"
                                + " values (?, ?, ?, ?, ?)")
                .params(UUID.randomUUID(), id.value(), officer.ref(), reason.code())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return ledger.record(officer, new BankRecords.Viewed(id, asked.shop(), reason));
    }

    /** The reason for which a request is open to an officer now; empty when it is not. */
    @Transactional(readOnly = true)
    Optional<View> opened(Actor officer, BankChangeId id) {
        return jdbc.sql(
                        "select reason from shop_bank_view where change_id = ? and officer = ?"
                                + " and at > ? order by at desc limit 1")
                .params(id.value(), officer.ref())
                .param(clock.instant().minus(OPEN).atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional()
                .flatMap(code -> Coded.of(View.values(), code));
    }

    /** The account in plain while it is open; each call is a view and is written down. */
    Optional<BankAccount> seen(Actor officer, BankChange asked, String address) {
        return opened(officer, asked.id())
                .flatMap(reason ->
                        accounts.wanted(asked)
                                .map(account -> {
                                    record(officer, asked, ACCOUNT, reason, address);
                                    return account;
                                }));
    }

    /**
     * The copy of the bank book, written down.
     *
     * @throws Conflict when the request is not open to the officer
     */
    Paper paper(Actor officer, BankChange asked, String address) {
        View reason =
                opened(officer, asked.id()).orElseThrow(() -> new Conflict("bankaccounts.closed"));
        Paper paper =
                vault.open(asked.id().ref(), asked.paper())
                        .orElseThrow(() -> new NotFound(asked.id().ref()));
        record(officer, asked, PAPER, reason, address);
        return paper;
    }

    private void record(
            Actor officer, BankChange asked, String fields, View reason, String address) {
        String whom = asked.requestedBy().ref();
        log.looked(What.REVEALED, officer, address, fields, whom, reason.code(), 1);
    }
}
