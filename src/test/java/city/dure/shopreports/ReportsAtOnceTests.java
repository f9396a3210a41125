package city.dure.shopreports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.dure.PortalTest;
import city.dure.Sealed;
import city.dure.identity.AccountId;
import city.dure.ledger.EntryFilter;
import city.dure.ledger.LedgerEntries;
import city.dure.ledger.LedgerReceipt;
import city.dure.ledger.SealedEntry;
import city.dure.merchants.Business;
import city.dure.merchants.MerchantId;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** People who report and settle at the same moment. */
@PortalTest
class ReportsAtOnceTests {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Seoul"));
    private static final ShopReports.Sighting CLOSED =
            new ShopReports.Sighting(ReportKind.CLOSED, null, TODAY);

    @Autowired ShopReports reports;
    @Autowired Cases cases;
    @Autowired Merchants merchants;
    @Autowired LedgerEntries entries;
    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager transactions;

    private final Actor kim = person(Role.CITIZEN);
    private final Actor lee = person(Role.CITIZEN);
    private final Actor officer = person(Role.MERCHANT_OFFICER);
    private MerchantId shop;

    @BeforeEach
    void approvesAShop() {
        shop = shop();
    }

    @Test
    void takesOneOfTwoThatWouldBothBeTheTenth() throws Exception {
        for (int i = 1; i < ShopReports.MOST_A_DAY; i++) {
            reports.file(kim, shop(), CLOSED);
        }
        MerchantId other = shop();
        var results =
                atOnce(
                        () -> reports.file(kim, shop, CLOSED),
                        () -> reports.file(kim, other, CLOSED));
        assertThat(results.stream().filter(LedgerReceipt.class::isInstance)).hasSize(1);
        assertThat(recorded(kim)).hasSize(ShopReports.MOST_A_DAY);
    }

    @RepeatedTest(5)
    void joinsOneCaseWhenTwoReportAtOnce() throws Exception {
        var results =
                atOnce(
                        () -> reports.file(kim, shop, CLOSED),
                        () -> reports.file(lee, shop, CLOSED));
        assertThat(results).allMatch(LedgerReceipt.class::isInstance);
        assertThat(all()).singleElement().matches(it -> it.reports() == 2 && it.version() == 2);
    }

    @RepeatedTest(3)
    void countsAPersonOnceThatReportsInTwoWindowsAtOnce() throws Exception {
        var results =
                atOnce(
                        () -> reports.file(kim, shop, CLOSED),
                        () -> reports.file(kim, shop, CLOSED));
        assertThat(results.stream().filter(LedgerReceipt.class::isInstance)).hasSize(1);
        assertThat(all()).singleElement().matches(it -> it.reports() == 1);
        assertThat(recorded(kim)).hasSize(1);
    }

    @Test
    void opensAnotherCaseForWhoReportsWhileItIsSettled() throws Exception {
        reports.file(kim, shop, CLOSED);
        ShopCase first = open(ReportKind.CLOSED);
        try (var thread = Executors.newSingleThreadExecutor()) {
            Future<LedgerReceipt> second =
                    new TransactionTemplate(transactions)
                            .execute(status -> {
                                reports.settle(
                                        officer, first.id(), Outcome.UNFOUNDED, first.version());
                                var waiting = thread.submit(() -> reports.file(lee, shop, CLOSED));
                                assertThatExceptionOfType(TimeoutException.class)
                                        .isThrownBy(() -> waiting.get(300, TimeUnit.MILLISECONDS));
                                return waiting;
                            });
            second.get(20, TimeUnit.SECONDS);
        }
        assertThat(reports.find(first.id()).reports()).isEqualTo(1);
        assertThat(open(ReportKind.CLOSED).id()).isNotEqualTo(first.id());
        assertThat(open(ReportKind.CLOSED).reports()).isEqualTo(1);
    }

    private ShopCase open(ReportKind kind) {
        var filter = new Cases.Filter(null, kind.code(), shop.ref(), null);
        return cases.page(filter, null, 1).rows().getFirst().it();
    }

    private List<ShopCase> all() {
        var filter = new Cases.Filter("all", null, shop.ref(), null);
        return cases.page(filter, null, 100).rows().stream().map(Cases.Named::it).toList();
    }

    private List<SealedEntry> recorded(Actor actor) {
        Sealed.everything(jdbc);
        var filter = new EntryFilter(null, actor.ref(), null, null, null, null, true);
        return entries.page(filter, null, 100).rows().stream()
                .filter(entry -> entry.kind().startsWith("shop_report."))
                .toList();
    }

    private MerchantId shop() {
        var business = Business.of("제보 가게 " + UUID.randomUUID(), "bakery", "hosu", "한들시 호수로 12");
        var nobody = new AccountId(UUID.randomUUID());
        return merchants.approve(Actor.SYSTEM, null, business, nobody, nobody).merchant();
    }

    private static Actor person(Role role) {
        return new Actor(new AccountId(UUID.randomUUID()).ref(), role);
    }

    private static List<Object> atOnce(Callable<?> one, Callable<?> other) throws Exception {
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            return List.of(one, other).stream()
                    .<Future<Object>>map(work ->
                            threads.submit(() -> {
                                start.await();
                                return (Object) work.call();
                            }))
                    .toList()
                    .stream()
                    .map(ReportsAtOnceTests::outcome)
                    .toList();
        }
    }

    private static Object outcome(Future<Object> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            return Objects.requireNonNull(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
