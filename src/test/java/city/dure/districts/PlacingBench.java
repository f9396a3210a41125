package city.dure.districts;

import city.dure.BenchCity;
import city.dure.city.Districts;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Shops a second that are assigned to new districts, and what the map of all of them takes. */
@Tag("bench")
class PlacingBench {
    private static final int ASKED = 100;

    /** The whole city, a town, and a street. */
    private static final Map<String, String> PARTS =
            Map.of(
                    "city", "south=37.59&west=126.79&north=37.71&east=127.21&zoom=11",
                    "town", "south=37.62&west=126.90&north=37.68&east=127.05&zoom=13",
                    "street", "south=37.650&west=126.950&north=37.652&east=126.953&zoom=18",
                    "city_cafes",
                            "category=cafe&south=37.59&west=126.79&north=37.71&east=127.21&zoom=11",
                    "city_words", "q=7%23&south=37.59&west=126.79&north=37.71&east=127.21&zoom=11");

    @TempDir Path folder;

    @Test
    void assignsShopsAndShowsThem() throws Exception {
        var city = new BenchCity("districts", folder);
        city.measure((database, portal) -> {
            assign(city, portal, "districts." + database + ".");
            show(city, portal, "map." + database + ".");
        });
    }

    /** All of them lie in no district before, so each changes. */
    private static void assign(BenchCity city, ConfigurableApplicationContext portal, String prefix)
            throws Exception {
        var runs = portal.getBean(PlacingRuns.class);
        var transaction = portal.getBean(TransactionTemplate.class);
        var drawn =
                NamedOutlines.of(
                                DistrictUploads.read(TestOutlines.squares("가동", "나동", "다동", "라동")),
                                new Columns("adm_nm", "", "", ""))
                        .drawn();
        transaction.executeWithoutResult(status ->
                portal.getBean(Districts.class)
                        .replace(
                                BenchCity.OFFICER,
                                0,
                                drawn,
                                new Districts.File("bench", 1, "0", 20)));
        while (runs.newest().map(run -> run.seen() == 0).orElse(true)) {
            Thread.sleep(1);
        }
        int before = runs.newest().orElseThrow().seen();
        long began = System.nanoTime();
        while (runs.newest().orElseThrow().underWay()) {
            Thread.sleep(5);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        var run = runs.newest().orElseThrow();
        if (run.changed() != BenchCity.SHOPS) {
            throw new IllegalStateException(run.toString());
        }
        double rate = (run.seen() - before) / seconds;
        city.tell(prefix + "assigned", rate, "shops/s", "no limit given");
    }

    private static void show(BenchCity city, ConfigurableApplicationContext portal, String prefix)
            throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            for (var part : PARTS.entrySet()) {
                String path = "/merchants/map/points?" + part.getValue();
                ask(client, portal, path, ASKED / 2); // warms up
                var asked = ask(client, portal, path, ASKED);
                city.tellP95(prefix + part.getKey() + ".p95", nanos(asked));
                city.tell(
                        prefix + part.getKey() + ".bytes",
                        asked.getLast().bytes(),
                        "bytes",
                        "no limit given");
            }
            city.tellP95(prefix + "page.p95", nanos(ask(client, portal, "/merchants/map", ASKED)));
        }
    }

    /** A database may keep an answer, so each asks for a little more. */
    private static List<BenchCity.Asked> ask(
            HttpClient client, ConfigurableApplicationContext portal, String path, int times)
            throws IOException, InterruptedException {
        var asked = new ArrayList<BenchCity.Asked>();
        for (int i = 0; i < times; i++) {
            String address = path.replace("%23", String.valueOf(i)).replace("&zoom", i + "&zoom");
            asked.add(BenchCity.ask(client, portal, address));
        }
        return asked;
    }

    private static List<Long> nanos(List<BenchCity.Asked> asked) {
        return asked.stream().map(BenchCity.Asked::nanos).toList();
    }
}
