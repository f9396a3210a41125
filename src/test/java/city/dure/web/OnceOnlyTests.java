package city.dure.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.dure.PortalTest;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class OnceOnlyTests {
    @Autowired OnceOnly onceOnly;
    @Autowired JdbcClient jdbc;

    private final Actor actor = new Actor("u-test", Role.CITIZEN);
    private final UUID operation = UUID.randomUUID();
    private final AtomicInteger acts = new AtomicInteger();

    @Test
    void givesTheSameAnswerWhenTheFirstReplyGotLost() {
        assertThat(press(0)).isEqualTo("/done/1");
        assertThat(press(0)).isEqualTo("/done/1");
        assertThat(acts).hasValue(1);
    }

    @Test
    void actsOnceWhenTwoTabsPressAtTheSameMoment() throws Exception {
        var start = new CyclicBarrier(2);
        Callable<String> tab =
                () -> {
                    start.await();
                    return press(300);
                };
        try (var tabs = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = tabs.invokeAll(List.of(tab, tab)).stream().map(Future::resultNow);
            assertThat(answers).hasSize(2).allMatch(answered()::contains);
        }
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void keepsNothingOfAnActionThatFailed() {
        assertThatThrownBy(() ->
                        onceOnly.run(
                                operation,
                                actor,
                                () -> {
                                    throw new IllegalStateException("refused");
                                }))
                .hasMessage("refused");
        assertThat(rows()).isZero();
        assertThat(press(0)).isEqualTo("/done/1");
    }

    @Test
    void refusesTheFormOfSomebodyElse() {
        press(0);
        var other = new Actor("u-other", Role.CITIZEN);
        assertThatThrownBy(() -> onceOnly.run(operation, other, () -> "/theirs"))
                .isInstanceOf(Conflict.class);
    }

    static List<DataAccessException> waits() {
        return List.of(new CannotAcquireLockException("x"), new QueryTimeoutException("x"));
    }

    /** H2 calls a wait for a lock that took too long a timeout, PostgreSQL a lock not got. */
    @ParameterizedTest
    @MethodSource("waits")
    void saysThatItIsStillAtItWhenTheDatabaseWaitedTooLong(DataAccessException wait) {
        assertThatThrownBy(() ->
                        onceOnly.run(
                                operation,
                                actor,
                                () -> {
                                    throw wait;
                                }))
                .isInstanceOfSatisfying(
                        Conflict.class,
                        conflict ->
                                assertThat(conflict.flash().key()).isEqualTo("web.once.running"));
    }

    @Test
    void forgetsAfterAMonthAndNotBefore() {
        press(0);
        onceOnly.forgetOld();
        assertThat(rows()).isEqualTo(1);
        jdbc.sql("update form_operation set at = ? where id = ?")
                .params(OffsetDateTime.now().minusDays(32), operation)
                .update();
        onceOnly.forgetOld();
        assertThat(rows()).isZero();
    }

    private String press(long millis) {
        return onceOnly.run(operation, actor, () -> act(millis));
    }

    private String act(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return "/done/" + acts.incrementAndGet();
    }

    private Set<@Nullable String> answered() {
        return jdbc.sql("select location from form_operation where id = ?")
                .param(operation)
                .query(String.class)
                .set();
    }

    private long rows() {
        return answered().size();
    }
}
