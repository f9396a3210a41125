package city.dure.finder;

import city.dure.BenchCity;
import city.dure.eligibility.Eligibility;
import city.dure.eligibility.Network;
import city.dure.eligibility.Rechecks;
import city.dure.merchants.Merchants;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long the finder, its map and the yearly re-check take with 43,000 merchants that declared
 * three years each; one in fifty sells more than the ceiling, one in a thousand declared nothing
 * for the last year.
 */
@Tag("bench")
class AcceptsBench {
    private static final int ASKED = 100;
    private static final String BOX = "&south=37.5&west=126.7&north=37.8&east=127.30%23&zoom=11";
    private static final Map<String, String> PAGES =
            Map.of(
                    "list",
                    "/merchants?accepts=general&q=%23",
                    "list_unfiltered",
                    "/merchants?q=%23",
                    "points",
                    "/merchants/map/points?accepts=general" + BOX,
                    "points_unfiltered",
                    "/merchants/map/points?" + BOX.substring(1));

    @TempDir Path folder;

    @Test
    void findsShopsByTheMoneyTheyAccept() throws Exception {
        var city = new BenchCity("accepts", folder);
        city.measure((database, portal) -> {
            declare(portal);
            for (var page : PAGES.entrySet()) {
                city.tellP95(
                        "accepts." + database + "." + page.getKey() + ".p95",
                        ask(portal, page.getValue()));
            }
            city.tellP95("recheck." + database + ".list.p95", recheck(portal));
        });
    }

    /** Past the ledger but for one entry, as only what is read is measured. */
    private static void declare(ConfigurableApplicationContext portal) {
        var jdbc = portal.getBean(JdbcTemplate.class);
        int last = portal.getBean(Rechecks.class).year();
        var rows = new ArrayList<Object[]>();
        var random = new Random(44);
        for (UUID shop :
                jdbc.queryForList(
                        "select id from merchant where name like '지어낸 가게%'", UUID.class)) {
            boolean due = random.nextInt(1_000) == 0;
            for (int year = last - 2; year <= last - (due ? 1 : 0); year++) {
                long won = random.nextInt(50) == 0 ? 3_000_000_001L : random.nextInt(900_000_000);
                rows.add(new Object[] {shop, year, won});
            }
        }
        portal.getBean(TransactionTemplate.class)
                .executeWithoutResult(status -> {
                    jdbc.update("update merchant set status = 'APPROVED' where name like '지어낸%'");
                    jdbc.batchUpdate(
                            "insert into eligibility_turnover values (?, ?, ?, current_timestamp)",
                            rows);
                    portal.getBean(Eligibility.class)
                            .make(BenchCity.OFFICER, new Network("bench", "시험", "Bench", 0));
                });
    }

    /** Each asks for a little else, as a database may keep an answer; the first warm up. */
    private static List<Long> ask(ConfigurableApplicationContext portal, String path)
            throws IOException, InterruptedException {
        var asked = new ArrayList<Long>();
        try (var client = HttpClient.newHttpClient()) {
            for (int i = -ASKED / 2; i < ASKED; i++) {
                String address = path.replace("%23", Math.abs(i) % 10 + "");
                var answer = BenchCity.ask(client, portal, address);
                if (i >= 0) {
                    asked.add(answer.nanos());
                }
            }
        }
        return asked;
    }

    /**
     * What the page asks the database for: the beginning, the number and what was declared last.
     */
    private static List<Long> recheck(ConfigurableApplicationContext portal) {
        var rechecks = portal.getBean(Rechecks.class);
        var merchants = portal.getBean(Merchants.class);
        var asked = new ArrayList<Long>();
        for (int i = -ASKED / 2; i < ASKED; i++) {
            long began = System.nanoTime();
            var due = rechecks.due(i % 2 == 0 ? "snack" : "cafe", "").orElseThrow();
            var beginning = merchants.begin(due, 50, 1_001);
            rechecks.rows(beginning.page().rows());
            if (i >= 0) {
                asked.add(System.nanoTime() - began);
            }
        }
        return asked;
    }
}
