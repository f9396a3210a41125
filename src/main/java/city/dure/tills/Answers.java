package city.dure.tills;

import city.dure.shared.Actor;
import city.dure.vault.Vault;
import city.dure.web.Conflict;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives a till the answer of the first time when it asks again with the same key (The
 * Idempotency-Key HTTP Header Field, draft-ietf-httpapi-idempotency-key-header-07). The answer is
 * kept in the transaction of what it tells of, last of all: of two at the same moment one fails on
 * its key, and all it did is undone.
 */
@Component
class Answers {
    private static final int KEPT_DAYS = 31;

    /** How long somebody waits who asks while the first time is still being worked on. */
    private static final int SECONDS = 1;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final TransactionTemplate transaction;

    Answers(JdbcClient jdbc, Vault vault, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setTimeout(SECONDS);
    }

    /**
     * What a till asks for.
     *
     * @param text all of it, the same for the same and nothing else
     */
    record Question(Actor till, String key, String text) {}

    /**
     * Answers once.
     *
     * @throws TillProblem 422 when the key was used for something else; 409 while it is worked on
     */
    Answer once(Question question, Supplier<Answer> act) {
        // First: what a till was told stays so, whatever became of its shop or the card since.
        return before(question).orElseGet(() -> made(question, act));
    }

    private Answer made(Question question, Supplier<Answer> act) {
        try {
            return transaction.execute(status -> {
                Answer made = act.get();
                keep(question, made);
                return made;
            });
        } catch (DuplicateKeyException e) {
            return before(question).orElseThrow(() -> e);
        } catch (Conflict e) { // The book knows the key
            return before(question)
                    .orElseThrow(
                            () -> new TillProblem(HttpStatus.UNPROCESSABLE_CONTENT, "key_other"));
        } catch (PessimisticLockingFailureException
                | QueryTimeoutException
                | TransactionTimedOutException e) {
            return before(question)
                    .orElseThrow(() -> new TillProblem(HttpStatus.CONFLICT, "key_running"));
        }
    }

    /** Forgets what was answered more than a month ago; the book still knows what was paid. */
    @Scheduled(cron = "0 45 4 * * *", zone = "Asia/Seoul")
    void forgetOld() {
        var before = OffsetDateTime.now(ZoneOffset.UTC).minusDays(KEPT_DAYS);
        jdbc.sql("delete from till_answer where at < ?").param(before).update();
    }

    private void keep(Question question, Answer made) {
        jdbc.sql(
                        "insert into till_answer (client, request_key, question, status, body, at)"
                                + " values (?, ?, ?, ?, ?, ?)")
                .params(question.till().ref(), question.key(), mark(question), made.status())
                .params(made.body(), OffsetDateTime.now(ZoneOffset.UTC))
                .update();
    }

    private Optional<Answer> before(Question question) {
        String mark = mark(question); // Before the query: a second connection may not come
        return jdbc.sql("select * from till_answer where client = ? and request_key = ?")
                .params(question.till().ref(), question.key())
                .query((row, number) -> {
                    if (!row.getString("question").equals(mark)) {
                        throw new TillProblem(HttpStatus.UNPROCESSABLE_CONTENT, "key_other");
                    }
                    return new Answer(row.getInt("status"), row.getString("body"));
                })
                .optional();
    }

    /** Keyed, for the number of a card could be guessed from a mere hash. */
    private String mark(Question question) {
        return vault.fingerprint("till-question", question.text());
    }
}
