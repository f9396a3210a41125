package city.dure.mydata;

import city.dure.applications.Applications;
import city.dure.bankaccounts.BankAccounts;
import city.dure.identity.AccountId;
import city.dure.shared.Actor;
import java.time.Clock;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What of people who left stays with shops that are open: their applications, and the bank accounts
 * that money was paid to. It goes in the night after the shop closed.
 */
@Component
class LeftBehind {
    private static final Logger LOG = LoggerFactory.getLogger(LeftBehind.class);

    private final Applications applications;
    private final BankAccounts bankAccounts;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionOperations transaction;

    LeftBehind(
            Applications applications,
            BankAccounts bankAccounts,
            JdbcClient jdbc,
            Clock clock,
            TransactionOperations transaction) {
        this.applications = applications;
        this.bankAccounts = bankAccounts;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Forgets what may go of somebody who leaves, in the caller's transaction; whether all went.
     */
    boolean leave(Actor actor, AccountId account) {
        boolean stays = stays(actor, account);
        if (stays) {
            jdbc.sql("insert into mydata_left (account, left_at) values (?, ?)")
                    .params(account.ref(), clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
        return !stays;
    }

    @Scheduled(cron = "0 30 4 * * *", zone = "Asia/Seoul")
    void forget() {
        jdbc.sql("select account from mydata_left order by account")
                .query(String.class)
                .list()
                .forEach(ref -> forgetAlone(AccountId.valueOf(ref)));
    }

    /** One who cannot be forgotten keeps no other waiting; the next night tries again. */
    private void forgetAlone(AccountId account) {
        try {
            transaction.executeWithoutResult(status -> forget(account));
        } catch (RuntimeException e) {
            LOG.error("what {} left behind was not forgotten", account.ref(), e);
        }
    }

    private void forget(AccountId account) {
        if (!stays(Actor.SYSTEM, account)) {
            jdbc.sql("delete from mydata_left where account = ?").param(account.ref()).update();
        }
    }

    private boolean stays(Actor by, AccountId account) {
        boolean banks = bankAccounts.forget(by, account);
        return applications.forget(by, account) || banks;
    }
}
