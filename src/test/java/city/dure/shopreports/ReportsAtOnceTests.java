package city.dure.shopreports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.dure.AtOnce;
import city.dure.ledger.LedgerReceipt;
import city.dure.merchants.MerchantId;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** People who report and settle at the same moment. */
class ReportsAtOnceTests extends CaseTest {
    @Autowired PlatformTransactionManager transactions;

    @Test
    void takesOneOfTwoThatWouldBothBeTheTenth() throws Exception {
        for (int i = 1; i < ShopReports.MOST_A_DAY; i++) {
            reports.file(kim, shop(), CLOSED);
        }
        MerchantId other = shop();
        var results =
                AtOnce.both(
                        () -> reports.file(kim, shop, CLOSED),
                        () -> reports.file(kim, other, CLOSED));
        assertThat(results.stream().filter(LedgerReceipt.class::isInstance)).hasSize(1);
        assertThat(recorded(kim)).hasSize(ShopReports.MOST_A_DAY);
    }

    @RepeatedTest(5)
    void joinsOneCaseWhenTwoReportAtOnce() throws Exception {
        var results =
                AtOnce.both(
                        () -> reports.file(kim, shop, CLOSED),
                        () -> reports.file(lee, shop, CLOSED));
        assertThat(results).allMatch(LedgerReceipt.class::isInstance);
        assertThat(all()).singleElement().matches(it -> it.reports() == 2 && it.version() == 2);
    }

    @RepeatedTest(3)
    void countsAPersonOnceThatReportsInTwoWindowsAtOnce() throws Exception {
        var results =
                AtOnce.both(
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
}
