package city.dure.approvals;

import city.dure.identity.AccountId;
import city.dure.identity.Accounts;
import city.dure.identity.PersonMarks;
import city.dure.notices.Notice;
import city.dure.notices.Notices;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Tells those who may decide what waits for them, and whoever asked what became of it. */
@Component
class ApprovalNews {
    private static final int AT_ONCE = 50;

    private final ApprovalRows rows;
    private final Accounts accounts;
    private final PersonMarks persons;
    private final Notices notices;
    private final Clock clock;
    private final TransactionOperations transaction;

    ApprovalNews(
            ApprovalRows rows,
            Accounts accounts,
            PersonMarks persons,
            Notices notices,
            Clock clock,
            TransactionOperations transaction) {
        this.rows = rows;
        this.accounts = accounts;
        this.persons = persons;
        this.notices = notices;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Something waits: everybody is told who would not be refused for being who they are. */
    void asked(Approval asked) {
        var refused =
                Stream.of(AccountId.valueOf(asked.askedBy()), asked.about())
                        .flatMap(Stream::ofNullable)
                        .flatMap(one -> persons.accountsOf(one).stream())
                        .toList();
        var others =
                accounts.holders(asked.role()).stream()
                        .filter(one -> !refused.contains(one))
                        .toList();
        notices.tellAll(others, notice("asked", asked));
    }

    /**
     * Somebody decided; who asked knows what they took back themselves.
     *
     * @param outcome approved, declined, ended, or what needs no telling
     */
    void decided(Approval asked, String outcome, String by) {
        if (!by.equals(asked.askedBy())) {
            tellAsker(asked, outcome);
        }
    }

    /** Tells of what nobody decided in time, each once over all instances. */
    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void tellOfExpired() {
        List<UUID> due = rows.untold(clock.instant(), AT_ONCE);
        due.forEach(id -> transaction.executeWithoutResult(status -> expired(id)));
    }

    private void expired(UUID id) {
        if (rows.told(id)) {
            rows.find(id).ifPresent(asked -> tellAsker(asked, "expired"));
        }
    }

    private void tellAsker(Approval asked, String what) {
        notices.tell(AccountId.valueOf(asked.askedBy()), notice(what, asked));
    }

    private static Notice notice(String what, Approval asked) {
        return Notice.of(
                "approvals.notice." + what,
                asked.href(),
                Notice.word("approvals.action." + asked.action()));
    }
}
