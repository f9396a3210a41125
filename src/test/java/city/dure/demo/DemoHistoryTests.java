package city.dure.demo;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import city.dure.TestDatabase;
import city.dure.book.Balances;
import city.dure.ledger.LedgerEntries;
import city.dure.ledger.SealedEntry;
import city.dure.verification.LedgerVerification;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

@Tag("database")
@SpringBootTest(properties = {"dure.home=target/test-history", "dure.demo-history=true"})
@ContextConfiguration(initializers = DemoHistoryTests.OwnDatabase.class)
@ActiveProfiles("demo")
@DirtiesContext
class DemoHistoryTests {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    @Autowired LedgerEntries entries;
    @Autowired Balances balances;
    @Autowired DemoClock clock;
    @Autowired JdbcTemplate jdbc;
    @Autowired List<ApplicationRunner> runners;
    private List<SealedEntry> all = List.of();

    /** A database that no other test has filled. */
    static class OwnDatabase
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var database = TestDatabase.properties("history");
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("test database", database));
        }
    }

    @BeforeEach
    void everythingIsSealed() throws InterruptedException {
        while (count("ledger_pending") > 0) {
            Thread.sleep(20);
        }
        all =
                LongStream.range(0, entries.size())
                        .mapToObj(number -> entries.find(number).orElseThrow())
                        .toList();
    }

    @Test
    void paysOnEachOfFourteenDaysAndNeverOnlyTheSame() {
        var today = LocalDate.ofInstant(all.getFirst().at(), SEOUL).plusDays(15);
        var days = of("payment.made").collect(groupingBy(DemoHistoryTests::day));
        days.remove(today);
        assertThat(days).hasSize(14);
        assertThat(days.values()).allMatch(paid -> paid.size() > 10 && amounts(paid) > 8);
        assertThat(of("payment.refunded").count()).isBetween(3L, 5L);
    }

    @Test
    void restsOnSundaysAndHurriesOnSaturdays() {
        assertThat(bakery(DayOfWeek.SUNDAY)).isEmpty();
        assertThat(bakery(DayOfWeek.SATURDAY)).hasSize(10);
    }

    private static List<Purchase> bakery(DayOfWeek day) {
        LocalDate date = LocalDate.of(2026, 11, 1).with(day);
        return Purchase.of(date, 7).stream()
                .filter(purchase -> purchase.habit().shop().equals(Habit.BAKERY))
                .toList();
    }

    @Test
    void isTheSameForTheSameSeed() {
        var day = LocalDate.of(2026, 11, 23);
        assertThat(Purchase.of(day, 7)).isEqualTo(Purchase.of(day, 7));
        assertThat(Purchase.of(day, 7)).isNotEqualTo(Purchase.of(day, 8));
    }

    @Test
    void keepsTheBookAndTheLedgerSound() throws SQLException {
        assertThat(balances.circulation().sound()).isTrue();
        assertThat(balances.unbalanced()).isEmpty();
        assertThat(balances.astray()).isEmpty();
        assertThat(balances.uneven()).isEmpty();
        assertThat(balances.below()).isEmpty();
        var report = LedgerVerification.check(TestDatabase.unguarded("history"), null);
        assertThat(report.damages()).isEmpty();
        assertThat(report.sound()).isTrue();
    }

    @Test
    void goesOnlyForwardUntilNow() {
        // Of some only the minute is told.
        assertThat(all.stream().map(entry -> entry.at().truncatedTo(ChronoUnit.MINUTES)))
                .isSortedAccordingTo(Comparator.naturalOrder());
        assertThat(all.getLast().at()).isBefore(Instant.now());
        assertThat(clock.isBehind()).isFalse();
    }

    @Test
    void isMadeOnce() throws Exception {
        assertThat(new DemoClock(jdbc, true).isBehind()).isFalse();
        int before = all.size();
        for (ApplicationRunner runner : runners) {
            runner.run(new DefaultApplicationArguments());
        }
        everythingIsSealed();
        // The last shop's place may still have been looked for.
        assertThat(all.subList(before, all.size()))
                .extracting(SealedEntry::kind)
                .isSubsetOf("merchant.placed");
    }

    private int count(String table) {
        return jdbc.queryForList("select 1 from " + table, Integer.class).size();
    }

    private Stream<SealedEntry> of(String kind) {
        return all.stream().filter(entry -> entry.kind().equals(kind));
    }

    private static LocalDate day(SealedEntry entry) {
        return LocalDate.ofInstant(entry.at(), SEOUL);
    }

    private static long amounts(List<SealedEntry> paid) {
        return paid.stream().map(entry -> entry.text("amount")).distinct().count();
    }
}
