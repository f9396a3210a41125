package city.dure.residentlists;

import city.dure.Dure;
import city.dure.Figures;
import city.dure.TestDatabase;
import city.dure.citizens.CitizenId;
import city.dure.citizens.CitizenList;
import city.dure.citizens.Citizens;
import city.dure.imports.ImportId;
import city.dure.imports.Imports;
import city.dure.imports.Run;
import city.dure.personal.BirthDate;
import city.dure.personal.PersonName;
import city.dure.personal.Phone;
import city.dure.uploads.UploadInspector;
import city.dure.vault.NewSubject;
import city.dure.vault.Vault;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rows a second of a list of 100,000 residents ({@code -Ddure.bench.citizens}) on both databases,
 * the live heap at 20, 60 and 100 %, and what looking somebody up takes afterwards.
 */
@Tag("bench")
class ResidentBench {
    private static final int PEOPLE = Integer.getInteger("dure.bench.citizens", 100_000);
    private static final int ASKED = 1_000;
    private static final int SEALED = 20_000;
    private static final double AIM_MS = 100;

    private final Figures figures = new Figures();
    private final Random random = new Random(5);
    @TempDir Path folder;

    @Test
    void takesResidentsOverAndLooksThemUp() throws Exception {
        var h2 = new HashMap<>(TestDatabase.properties("residents"));
        h2.put(
                "spring.datasource.url",
                "jdbc:h2:file:"
                        + folder.resolve("residents")
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                        + ";WRITE_DELAY=0");
        measure("h2", h2);
        System.setProperty("dure.test.database", "postgres");
        try {
            measure("postgres", TestDatabase.properties("residents"));
        } finally {
            System.clearProperty("dure.test.database");
        }
        figures.write("residents");
    }

    private void measure(String name, Map<String, Object> settings) throws Exception {
        var arguments = new ArrayList<String>();
        settings.forEach((key, value) -> arguments.add("--" + key + "=" + value));
        arguments.addAll(
                List.of(
                        "--server.port=0",
                        "--dure.demo=true",
                        "--dure.home=" + folder,
                        "--logging.level.root=warn"));
        try (var portal =
                new SpringApplicationBuilder(Dure.class)
                        .profiles("bench")
                        .run(arguments.toArray(String[]::new))) {
            take(portal, "residents." + name + ".");
            lookUp(portal, "residents." + name + ".");
            seal(portal, "residents." + name + ".");
        }
    }

    private void take(ConfigurableApplicationContext portal, String prefix) throws Exception {
        Path file = folder.resolve("residents.csv");
        MadeUpResidents.write(file, PEOPLE);
        var imports = portal.getBean(Imports.class);
        ImportId id = upload(portal, imports, file);
        long began = System.nanoTime();
        imports.choose(id, ListsOfResidents.columns(), prefix);
        await(imports, id, Run.State.READY);
        rate(prefix + "trial", began);
        began = System.nanoTime();
        imports.apply(ListsOfResidents.OFFICER, id);
        double one = 0;
        for (int percent : new int[] {20, 60}) {
            while (imports.find(id).atRow() < PEOPLE / 100L * percent) {
                Thread.sleep(20);
            }
            one = heap(prefix, percent, one);
        }
        await(imports, id, Run.State.FINISHED);
        rate(prefix + "take_over", began);
        heap(prefix, 100, one);
        if (imports.find(id).done().added() != PEOPLE) {
            throw new IllegalStateException("not all were new: " + imports.find(id).done());
        }
    }

    /** What is alive on the heap; the time it takes to count it is the bench's own. */
    private double heap(String prefix, int percent, double one) {
        System.gc();
        double used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
        figures.tell(prefix + "heap." + percent, used, "MB", "%.2f", one == 0 ? 1 : used / one);
        return one == 0 ? used : one;
    }

    private void rate(String name, long began) {
        figures.tell(name, PEOPLE * 1e9 / (System.nanoTime() - began), "rows/s", "of %d", PEOPLE);
    }

    private void lookUp(ConfigurableApplicationContext portal, String prefix) {
        var citizens = portal.getBean(Citizens.class);
        var list = portal.getBean(CitizenList.class);
        p95(prefix + "look_up.phone", i -> one(citizens.find(new Phone(MadeUpResidents.phone(i)))));
        p95(
                prefix + "look_up.end_and_name",
                i ->
                        some(
                                citizens.find(
                                        new PersonName(MadeUpResidents.name(i)),
                                        MadeUpResidents.phone(i).substring(7))));
        p95(
                prefix + "look_up.name_and_birth",
                i ->
                        some(
                                citizens.find(
                                        new PersonName(MadeUpResidents.name(i)),
                                        new BirthDate(MadeUpResidents.birth(i)))));
        var last = new AtomicReference<@Nullable CitizenId>();
        page(prefix + "list", list, new CitizenList.Filter(null, null, null), last);
        page(prefix + "list.district", list, new CitizenList.Filter("dure", null, true), last);
        page(prefix + "list.level", list, new CitizenList.Filter(null, 0, null), last);
        page(prefix + "list.rare", list, new CitizenList.Filter("dure", 3, null), last);
    }

    /** Pages one after the other, as who turns them asks. */
    private void page(
            String name,
            CitizenList list,
            CitizenList.Filter filter,
            AtomicReference<@Nullable CitizenId> last) {
        last.set(null);
        p95(
                name,
                i -> {
                    var next = list.page(filter, last.get(), 50).next();
                    last.set(next == null ? null : CitizenId.valueOf(next));
                });
    }

    private void p95(String name, IntConsumer asked) {
        IntStream.range(0, ASKED / 4).forEach(i -> asked.accept(random.nextInt(PEOPLE)));
        long[] nanos = new long[ASKED];
        for (int i = 0; i < ASKED; i++) {
            int who = random.nextInt(PEOPLE);
            long began = System.nanoTime();
            asked.accept(who);
            nanos[i] = System.nanoTime() - began;
        }
        Arrays.sort(nanos);
        double p95 = nanos[ASKED * 95 / 100] / 1e6;
        figures.tell(name + ".p95", p95, "ms", "%.2f of the aim of 100 ms", p95 / AIM_MS);
    }

    private void seal(ConfigurableApplicationContext portal, String prefix) {
        var vault = portal.getBean(Vault.class);
        long began = System.nanoTime();
        for (int i = 0; i < SEALED; i += 500) {
            int from = i;
            portal.getBean(TransactionTemplate.class)
                    .executeWithoutResult(status -> {
                        vault.putNew(
                                IntStream.range(from, from + 500).mapToObj(this::subject).toList());
                        status.setRollbackOnly();
                    });
        }
        double rate = SEALED * 1e9 / (System.nanoTime() - began);
        figures.tell(prefix + "vault.seal_and_mark", rate, "values/s", "one mark a value");
    }

    private NewSubject subject(int i) {
        var text = Map.of("bench", MadeUpResidents.name(i) + i);
        return new NewSubject("x-bench-" + i, text, text);
    }

    private static void one(List<?> found) {
        if (found.size() != 1) {
            throw new IllegalStateException("found " + found.size());
        }
    }

    private static void some(List<?> found) {
        if (found.isEmpty()) {
            throw new IllegalStateException("found nobody");
        }
    }

    private static ImportId upload(
            ConfigurableApplicationContext portal, Imports imports, Path file) throws Exception {
        var table = UploadInspector.inspect(() -> Files.newInputStream(file));
        try (var in = Files.newInputStream(file)) {
            return imports.upload(
                    ListsOfResidents.OFFICER,
                    portal.getBean(ResidentList.class),
                    "residents.csv",
                    table,
                    in);
        }
    }

    private static void await(Imports imports, ImportId id, Run.State state) throws Exception {
        for (var now = imports.find(id).state(); now != state; now = imports.find(id).state()) {
            if (now == Run.State.FAILED || now == Run.State.STOPPED) {
                throw new IllegalStateException("the import is " + now);
            }
            Thread.sleep(50);
        }
    }
}
