package city.dure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a bench measured: told while it runs, written at its end. What is measured may run in a
 * process of its own, bound to so many cores, which says its figures a name and a number a line.
 */
public final class Figures {
    private static final long WATCH_MS = 100;
    private final List<String> results = new ArrayList<>();

    /** Tells one figure beside what it is to be compared with. */
    public void tell(String name, double value, String unit, String ratio, Object... parts) {
        String said = String.format(Locale.ROOT, ratio, parts);
        System.out.printf(Locale.ROOT, "%s %.1f %s %s%n", name, value, unit, said);
        results.add(
                String.format(
                        Locale.ROOT,
                        "{\"name\":\"%s\",\"value\":%.1f,\"unit\":\"%s\",\"ratio\":\"%s\"}",
                        name,
                        value,
                        unit,
                        said));
    }

    /** Writes all that was told into a file of the bench's name. */
    public void write(String name) throws IOException {
        var file = Path.of("target", "bench", name + ".json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "[\n  " + String.join(",\n  ", results) + "\n]\n");
    }

    /** Runs a program on one core or two, and returns the figures that it says. */
    public static Map<String, Double> run(int cores, Class<?> program, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("taskset", "--cpu-list", cores == 1 ? "0" : "0,1"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", program.getName()));
        Collections.addAll(command, arguments);
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        String classpath = System.getProperty("java.class.path");
        builder.environment()
                .put("CLASSPATH", System.getProperty("surefire.test.class.path", classpath));
        var process = builder.start();
        var said = new HashMap<String, Double>();
        try (var lines = process.inputReader()) {
            lines.lines()
                    .map(line -> line.split(" "))
                    .forEach(part -> said.put(part[0], Double.valueOf(part[1])));
        }
        assertThat(process.waitFor()).isZero();
        return said;
    }

    /** One of the figures that a program said. */
    public static double of(Map<String, Double> said, String name) {
        return Objects.requireNonNull(said.get(name), name);
    }

    /** Says a figure, in such a program. */
    public static void say(String name, double value) {
        System.out.println(name + " " + value);
    }

    /** The most bytes that are in use right after a garbage collection, from now on. */
    public static AtomicLong heap() {
        var most = new AtomicLong();
        Thread.ofPlatform().daemon().start(() -> watch(most));
        return most;
    }

    private static void watch(AtomicLong most) {
        var memory = ManagementFactory.getMemoryMXBean();
        while (true) {
            System.gc();
            most.accumulateAndGet(memory.getHeapMemoryUsage().getUsed(), Math::max);
            try {
                Thread.sleep(WATCH_MS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
