package city.dure.web;

import city.dure.shared.Actor;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Lets a form take effect at most once: the operation id that was minted when the form was rendered
 * is stored in the same transaction as the effect, together with where the answer stands.
 */
@Service
public class OnceOnly {
    private static final int KEPT_DAYS = 31;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    OnceOnly(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Mints the ids of the many small forms of a page. */
    public record Ids() {
        /** The id of one more form. */
        public UUID next() {
            return UUID.randomUUID();
        }
    }

    /**
     * Runs the action in a transaction, or gives the answer of the time it ran before: also when
     * both run at the same moment, and when the first reply got lost.
     *
     * @param action does the work and returns the location to redirect to
     * @return the location of the answer
     * @throws Conflict when somebody else's form has this id, or it is still being worked on
     */
    public String run(UUID operation, Actor actor, Supplier<String> action) {
        try {
            return transaction.execute(status ->
                    before(operation, actor).orElseGet(() -> act(operation, actor, action)));
        } catch (DuplicateKeyException e) {
            // The other tab won; if there is no row, the duplicate key was the action's own.
            return before(operation, actor)
                    .orElseThrow(() -> isTaken(operation) ? new Conflict("web.once.taken") : e);
        } catch (PessimisticLockingFailureException | QueryTimeoutException e) {
            // The other tab is still at it and this one has waited for as long as a database does.
            return before(operation, actor).orElseThrow(() -> new Conflict("web.once.running"));
        }
    }

    /**
     * Runs an act that has a ledger entry, and says on the next page what was done: every press
     * says the same, the one that did it with a link to the entry.
     *
     * @param act does the work and returns its entry
     * @return the view name of the redirect
     * @throws Conflict as {@link #run} does
     */
    public String redirect(
            UUID operation,
            Actor actor,
            RedirectAttributes redirect,
            Flash done,
            String location,
            Supplier<UUID> act) {
        var flash = new AtomicReference<>(done);
        String answer =
                run(
                        operation,
                        actor,
                        () -> {
                            flash.set(done.withEntry(act.get()));
                            return location;
                        });
        redirect.addFlashAttribute("flash", flash.get());
        return "redirect:" + answer;
    }

    /**
     * Runs an act that says itself what it did, also that it changed nothing.
     *
     * @param act does the work and gives the sentence of the next page
     * @return the view name of the redirect
     * @throws Conflict as {@link #run} does
     */
    public String redirect(
            UUID operation,
            Actor actor,
            RedirectAttributes redirect,
            String location,
            Supplier<Flash> act) {
        return "redirect:"
                + run(
                        operation,
                        actor,
                        () -> {
                            redirect.addFlashAttribute("flash", act.get());
                            return location;
                        });
    }

    /** Forgets forms that took effect more than a month ago. */
    @Scheduled(cron = "0 40 4 * * *", zone = "Asia/Seoul")
    void forgetOld() {
        var before = OffsetDateTime.now(ZoneOffset.UTC).minusDays(KEPT_DAYS);
        jdbc.sql("delete from form_operation where at < ?").param(before).update();
    }

    /** The answer of the time it ran; the next page says so, unless the caller has it say more. */
    private Optional<String> before(UUID operation, Actor actor) {
        var answer = answer(operation, actor);
        if (answer.isPresent()
                && RequestContextHolder.getRequestAttributes()
                        instanceof ServletRequestAttributes here) {
            Optional.ofNullable(RequestContextUtils.getOutputFlashMap(here.getRequest()))
                    .ifPresent(next -> next.put("flash", Flash.info("web.once.done")));
        }
        return answer;
    }

    private String act(UUID operation, Actor actor, Supplier<String> action) {
        jdbc.sql("insert into form_operation (id, actor, location) values (?, ?, '')")
                .params(operation, actor.ref())
                .update();
        String location = action.get();
        jdbc.sql("update form_operation set location = ? where id = ?")
                .params(location, operation)
                .update();
        return location;
    }

    private boolean isTaken(UUID operation) {
        return jdbc.sql("select count(*) from form_operation where id = ?")
                        .param(operation)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The answer of the time it ran, for a form that would now find its own effect in its way. */
    public Optional<String> answer(UUID operation, Actor actor) {
        return jdbc.sql("select location from form_operation where id = ? and actor = ?")
                .params(operation, actor.ref())
                .query(String.class)
                .optional();
    }
}
