package city.dure.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.dure.PortalTest;
import city.dure.Sealed;
import city.dure.eligibility.Declarations.Mistake;
import city.dure.eligibility.Declarations.Noted;
import city.dure.identity.AccountId;
import city.dure.ledger.LedgerEntries;
import city.dure.ledger.LedgerReceipt;
import city.dure.merchants.Business;
import city.dure.merchants.MerchantId;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.web.Conflict;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Officers who note and take back one turnover at the same moment: one goes after the other. */
@PortalTest
class TurnoversAtOnceTests {
    private static final Actor FIRST = new Actor("u-TESTOFFICER", Role.MERCHANT_OFFICER);
    private static final Actor SECOND = new Actor("u-TESTOFFICER2", Role.MERCHANT_OFFICER);
    private static final int YEAR = 2025;

    @Autowired Declarations declarations;
    @Autowired Merchants merchants;
    @Autowired LedgerEntries entries;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    private MerchantId shop;

    @BeforeEach
    void approvesAShop() {
        var business = Business.of("동시에 " + UUID.randomUUID(), "bakery", "hosu", "한들시 호수로 1");
        var nobody = new AccountId(UUID.randomUUID());
        shop = merchants.approve(Actor.SYSTEM, null, business, nobody, nobody).merchant();
    }

    @Test
    void countOneAmountOnce() throws Exception {
        var second = during(() -> declare(FIRST, 5), () -> declare(SECOND, 5));
        assertThat(second.get(20, TimeUnit.SECONDS)).isEmpty();
        assertThat(noted().turnover()).isEqualTo(new Turnover(YEAR, 5));
        assertThat(kinds()).containsExactly("eligibility.turnover_declared");
    }

    @Test
    void keepTheLaterOfTwoAmounts() throws Exception {
        var second = during(() -> declare(FIRST, 5), () -> declare(SECOND, 6));
        assertThat(second.get(20, TimeUnit.SECONDS)).isPresent();
        assertThat(noted().turnover()).isEqualTo(new Turnover(YEAR, 6));
        assertThat(kinds()).hasSize(2);
    }

    @Test
    void takeBackOnlyWhatWasShown() throws Exception {
        declare(FIRST, 5);
        int seen = noted().version();
        var second = during(() -> declare(FIRST, 6), () -> withdraw(SECOND, seen));
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> second.get(20, TimeUnit.SECONDS))
                .withCauseInstanceOf(Conflict.Changed.class);
        assertThat(noted().turnover()).isEqualTo(new Turnover(YEAR, 6));
    }

    @Test
    void noteAnewWhatIsBeingTakenBack() throws Exception {
        declare(FIRST, 5);
        int seen = noted().version();
        var second = during(() -> withdraw(FIRST, seen), () -> declare(SECOND, 5));
        assertThat(second.get(20, TimeUnit.SECONDS)).isPresent();
        assertThat(noted().turnover()).isEqualTo(new Turnover(YEAR, 5));
        assertThat(kinds())
                .containsExactly(
                        "eligibility.turnover_declared",
                        "eligibility.turnover_withdrawn",
                        "eligibility.turnover_declared");
    }

    private Optional<LedgerReceipt> declare(Actor actor, long won) {
        return declarations.declare(actor, shop, new Turnover(YEAR, won));
    }

    private LedgerReceipt withdraw(Actor actor, int seen) {
        return declarations.withdraw(actor, shop, YEAR, seen, Mistake.WRONG_SHOP);
    }

    /** The second begins when the first has done its work, and waits for it to commit. */
    private <T> Future<T> during(Callable<?> first, Callable<T> second) throws Exception {
        try (var thread = Executors.newSingleThreadExecutor()) {
            return transaction.execute(status -> {
                try {
                    first.call();
                    var waiting = thread.submit(second);
                    assertThatExceptionOfType(TimeoutException.class)
                            .isThrownBy(() -> waiting.get(300, TimeUnit.MILLISECONDS));
                    return waiting;
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    private Noted noted() {
        return declarations.of(shop).getFirst();
    }

    /** What the ledger says of the shop's turnovers, the newest first. */
    private List<String> kinds() {
        return Sealed.kinds(jdbc, entries, shop).stream()
                .filter(kind -> kind.startsWith("eligibility."))
                .toList();
    }
}
