package city.dure.rotation;

import city.dure.keys.KeyPlace;
import city.dure.shared.StartRefused;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * The command {@code rotate-master-key}: wraps every key under a new master key. The portal is
 * started for it, but answers nobody; with the embedded database it makes the new key itself.
 */
public final class Rotate {
    /** Every key is under the new master key. */
    public static final int DONE = 0;

    /** There was no other key to change to; nothing was changed. */
    public static final int NOTHING = 1;

    /** It was broken off, whatever the reason; run again, it goes on. */
    public static final int FAILED = 2;

    private static final String HOW =
            """
            There is no new master key. Set DURE_MASTER_KEY to 32 new random bytes in base 64 \
            (openssl rand -base64 32) and DURE_MASTER_KEY_BEFORE to the key so far, start every \
            portal of this database anew with both, and run this again. Nothing was changed.\
            """;

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private Rotate() {}

    /**
     * Runs the command.
     *
     * @param portal the application to start, as it is started otherwise
     * @return the exit code
     */
    public static int run(PrintStream out, SpringApplicationBuilder portal) {
        try (var context = start(portal)) {
            long from = System.nanoTime();
            long wrapped = context.getBean(Rotation.class).run(number -> tell(out, number));
            boolean ended = putAside(context.getEnvironment());
            boolean nothing = wrapped < 0 && !ended; // Else it was broken off before its last step
            out.println(
                    nothing
                            ? HOW
                            : "Every key is under the new master key; %,d were wrapped anew in %.1f s."
                                            .formatted(
                                                    Math.max(0, wrapped),
                                                    (System.nanoTime() - from) / 1e9)
                                    + " Keep the key before as long as you keep backups made with"
                                    + " it; portals do not need it any more.");
            return nothing ? NOTHING : DONE;
        } catch (RuntimeException e) {
            out.println("The master key could not be changed: " + reason(e));
            return FAILED;
        }
    }

    private static void tell(PrintStream out, long number) {
        out.printf("%,d keys wrapped anew so far.%n", number);
    }

    private static ConfigurableApplicationContext start(SpringApplicationBuilder portal) {
        return portal.bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties(Map.of("logging.level.root", "off", "logging.level.city.dure", "warn"))
                .initializers(Rotate::prepare)
                .run();
    }

    private static void prepare(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        if (keepsItsKey(environment)) {
            KeyPlace.MASTER.replace(environment.getRequiredProperty("dure.home"));
        }
        // Asked before the port is taken away, which it usually names.
        String address = environment.getRequiredProperty("dure.public-url");
        // A portal beside it would go on with the key before: the embedded database is ours alone.
        String database =
                environment
                        .getRequiredProperty("spring.datasource.url")
                        .replace("AUTO_SERVER=TRUE", "AUTO_SERVER=FALSE");
        environment
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "rotation",
                                Map.of(
                                        "server.port", "-1",
                                        "dure.public-url", address,
                                        "spring.datasource.url", database)));
    }

    private static boolean putAside(ConfigurableEnvironment environment) {
        return keepsItsKey(environment)
                && KeyPlace.MASTER.putAside(
                        environment.getRequiredProperty("dure.home"), LocalDate.now(SEOUL));
    }

    private static boolean keepsItsKey(ConfigurableEnvironment environment) {
        return environment.getProperty("dure.master-key", "").isBlank()
                && environment.getRequiredProperty("spring.datasource.url").startsWith("jdbc:h2:");
    }

    private static String reason(Throwable e) {
        Throwable last = e;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return last instanceof StartRefused refused
                ? refused.getMessage() + " " + refused.action()
                : String.valueOf(last.getMessage());
    }
}
