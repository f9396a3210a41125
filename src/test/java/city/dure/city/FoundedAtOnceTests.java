package city.dure.city;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.ledger.TestLedger;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Two instances start on one empty database at the same moment. */
@Tag("database")
class FoundedAtOnceTests {
    private final TestLedger portal = new TestLedger();
    private final CyclicBarrier bothSawNothing = new CyclicBarrier(2);

    @BeforeEach
    void makesTheTablesOfTheCity() {
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/city/V45__city.sql"),
                        new ClassPathResource("db/migration/city/V80__districts_with_outlines.sql"),
                        new ClassPathResource("db/migration/city/V85__founded_by_init.sql"))
                .execute(portal.database());
    }

    @Test
    void isOneCityWithOneEntryForBoth() {
        List<City> cities =
                Stream.generate(() -> CompletableFuture.supplyAsync(this::start))
                        .limit(2)
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(bothSawNothing.getNumberWaiting()).isZero();
        assertThat(cities.getFirst().profile()).isEqualTo(cities.getLast().profile());
        assertThat(count("select count(*) from city_profile")).isEqualTo(1);
        assertThat(count("select count(*) from ledger_entry where kind = 'city.founded/1'"))
                .isEqualTo(1);
    }

    private City start() {
        var rows = new SettingRowsOfOne(JdbcClient.create(portal.database()));
        var city = new City(rows);
        new Founding(
                        city,
                        rows,
                        portal.ledger(),
                        Clock.systemUTC(),
                        portal.transactions(),
                        true,
                        false)
                .found(DemoCity.settings());
        return city;
    }

    private long count(String sql) {
        return JdbcClient.create(portal.database()).sql(sql).query(Long.class).single();
    }

    /** Whoever sees an empty database waits until the other one has seen it too. */
    private final class SettingRowsOfOne extends SettingRows {
        SettingRowsOfOne(JdbcClient jdbc) {
            super(jdbc, new DistrictRows(jdbc));
        }

        @Override
        Optional<Settings> newest() {
            var found = super.newest();
            if (found.isEmpty()) {
                try {
                    bothSawNothing.await();
                } catch (InterruptedException | BrokenBarrierException e) {
                    throw new IllegalStateException(e);
                }
            }
            return found;
        }
    }
}
