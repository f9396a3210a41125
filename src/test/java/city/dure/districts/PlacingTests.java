package city.dure.districts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.dure.Statements;
import city.dure.city.Districts;
import city.dure.imports.ImportId;
import city.dure.imports.ImportRun;
import city.dure.merchants.Business;
import city.dure.merchants.Listing;
import city.dure.merchants.MerchantFilter;
import city.dure.merchants.MerchantSummary;
import city.dure.merchants.Merchants;
import city.dure.merchants.Placing;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.shared.Spot;
import city.dure.sources.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** After the districts were replaced, every business lies where it lies. */
@GroundTest
class PlacingTests {
    private static final Actor OFFICER = new Actor("u-TESTOFFICER", Role.MERCHANT_OFFICER);

    @Autowired MockMvcTester mvc;
    @Autowired Merchants merchants;
    @Autowired Sources sources;
    @Autowired Placing placing;
    @Autowired Districts districts;
    @Autowired PlacingRuns runs;
    @Autowired PlacingWorker worker;
    @Autowired TransactionTemplate transaction;
    @Autowired PlatformTransactionManager transactions;
    @Autowired Clock clock;
    @Autowired JdbcClient jdbc;

    @Test
    void assignsByPlaceAndElseByAddressAndTheSecondTimeNothing() throws IOException {
        String mark = mark();
        list(
                business(mark + "안", new Spot(37.65, 126.85), "지어낸시 나루동 1"),
                business(mark + "밖", new Spot(37.95, 126.85), "지어낸시 나루동 2"),
                business(mark + "곳없음", null, "지어낸시 나루동 3"),
                business(mark + "모름", null, "지어낸시 물빛로 4"));
        TestOutlines.inForce(mvc, TestOutlines.squares("가람동", "나루동"));
        finish();
        assertThat(found(mark))
                .containsEntry(mark + "안", "가람동")
                .containsEntry(mark + "밖", "")
                .containsEntry(mark + "곳없음", "나루동")
                .containsEntry(mark + "모름", "");
        assertThat(entries(districts.map().version())).isNotEmpty();

        TestOutlines.inForce(mvc, TestOutlines.squares("가람동", "나루동"));
        var again = finish();
        assertThat(again.changed()).isZero();
        assertThat(again.seen()).isPositive();
        assertThat(entries(again.version())).isEmpty();
    }

    @Test
    void goesOnAfterTheLastBatchWithOneEntryForEach() throws IOException {
        String mark = mark();
        var shops = new Business[400];
        IntStream.range(0, shops.length)
                .forEach(i -> shops[i] = business(mark + i, new Spot(37.65, 126.85), "어딘가 " + i));
        TestOutlines.inForce(mvc, TestOutlines.squares("먼동"));
        list(shops);
        finish();
        worker.stop();
        try {
            TestOutlines.inForce(mvc, TestOutlines.squares("가람동" + mark));
            int version = districts.map().version();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> runs.newest().orElseThrow().version() == version);
            await().atMost(Duration.ofSeconds(30)).until(worker::step);
            var killed = runs.newest().orElseThrow();
            assertThat(killed.underWay()).isTrue();
            assertThat(killed.changed()).isBetween(1, shops.length - 1);
            assertThat(entries(version)).hasSize(1);

            // Another instance, which knows nothing but the database.
            var other = new PlacingWorker(runs, placing, districts, clock, transactions);
            int steps = 1;
            while (other.step()) {
                steps++;
            }
            assertThat(runs.newest().orElseThrow().underWay()).isFalse();
            assertThat(entries(version))
                    .hasSizeBetween(2, steps)
                    .allSatisfy(leaf -> assertThat(leaf.length()).isLessThan(17 * 1024));
            assertThat(found(mark).values()).hasSize(shops.length).containsOnly("가람동" + mark);
        } finally {
            worker.start();
        }
    }

    @Test
    void needsAsManyStatementsForFewAsForMany() throws IOException {
        TestOutlines.inForce(mvc, TestOutlines.squares("가람동"));
        finish();
        assertThat(statements(2)).isEqualTo(statements(100)).isLessThan(12);
    }

    private int statements(int shops) {
        String mark = mark();
        list(
                IntStream.range(0, shops)
                        .mapToObj(i -> business(mark + i, new Spot(37.65, 126.85), "어딘가 " + i))
                        .toArray(Business[]::new));
        jdbc.sql("select 1").query(Integer.class).single();
        transaction.executeWithoutResult(status -> {
            var map =
                    districts.trial(
                            NamedOutlines.of(
                                            DistrictUploads.read(TestOutlines.squares("새" + mark)),
                                            new Columns("adm_nm", "", "", ""))
                                    .drawn());
            try (var heard = Statements.listen()) {
                placing.assign(Actor.SYSTEM, map, Placing.BEGIN);
                jdbcStatements = heard.heard().size();
            }
            status.setRollbackOnly();
        });
        return jdbcStatements;
    }

    private int jdbcStatements;

    @Test
    void placesWhatAListBringsAndWhatAnOfficerApproves() throws IOException {
        TestOutlines.inForce(mvc, TestOutlines.squares("가람동", "나루동"));
        finish();
        var said = business("아무", new Spot(37.65, 126.95), "지어낸시 가람동 1").in("가람동");
        assertThat(placing.placed(said).district()).as("the place counts").isEqualTo("나루동");
        var approved =
                transaction.execute(status ->
                        merchants.approve(
                                OFFICER, null, said, () -> "a-T", () -> "u-" + UUID.randomUUID()));
        assertThat(merchants.summary(approved.merchant()).business().district()).isEqualTo("나루동");
        var told = business("아무", null, "지어낸시 가람동 1").in("나루동");
        assertThat(placing.placed(told).district())
                .as("what a person said counts")
                .isEqualTo("나루동");
        assertThat(placing.placed(told.in("없는동")).district()).isEqualTo("가람동");
    }

    private PlacingRuns.Run finish() {
        int version = districts.map().version();
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        runs.newest()
                                .filter(run -> run.version() == version && !run.underWay())
                                .isPresent());
        return runs.newest().orElseThrow();
    }

    private void list(Business... businesses) {
        var listings =
                java.util.Arrays.stream(businesses)
                        .map(each -> new Listing(UUID.randomUUID().toString(), each, false, null))
                        .toList();
        transaction.executeWithoutResult(status ->
                sources.take(OFFICER, new ImportRun(ImportId.random(), mark()), listings));
    }

    private Map<String, String> found(String mark) {
        var filter = new MerchantFilter(mark, "", "", Set.of());
        return merchants.page(filter, null, 1_000).rows().stream()
                .collect(Collectors.toMap(MerchantSummary::name, PlacingTests::district));
    }

    private static String district(MerchantSummary shop) {
        return String.valueOf(shop.business().district() == null ? "" : shop.business().district());
    }

    private List<String> entries(int version) {
        return jdbc
                .sql("select leaf from ledger_entry where kind = 'merchant.placed/1'")
                .query((row, number) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                .list()
                .stream()
                .filter(leaf -> leaf.contains("\"outlines\":\"" + version + "\""))
                .toList();
    }

    private static Business business(String name, @Nullable Spot spot, String address) {
        var business = Business.of(name, "cafe", null, address);
        return spot == null ? business : business.movedTo(spot);
    }

    private static String mark() {
        return "시험" + UUID.randomUUID().toString().substring(0, 8);
    }
}
