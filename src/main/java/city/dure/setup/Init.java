package city.dure.setup;

import city.dure.invitations.Invitations;
import city.dure.ledger.Ledger;
import city.dure.shared.StartRefused;
import java.io.PrintStream;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;
import org.springframework.dao.DuplicateKeyException;

/**
 * The command {@code init}: makes a city in an empty database and prints the one-time links of its
 * two first administrators. The portal is started for it, but answers nobody.
 */
public final class Init {
    /** The city was made. */
    public static final int DONE = 0;

    /** There is a city already; nothing was changed. */
    public static final int REFUSED = 1;

    /** It could not be made, whatever the reason; nothing was changed. */
    public static final int FAILED = 2;

    private static final String USAGE =
            """
            usage: java -jar dure.jar init [--name 고양시] [--name-en Goyang] [--currency 고양페이] \
            [--currency-en "Goyang Pay"]
                   java -jar dure.jar init --links   new links, as long as no administrator has used one\
            """;

    private static final Map<String, String> NAMES =
            Map.of(
                    "--name", "우리 시",
                    "--name-en", "Our city",
                    "--currency", "지역화폐",
                    "--currency-en", "Local currency");
    private static final int LONGEST = 40;
    private static final Duration SEALED = Duration.ofSeconds(20);
    static final DateTimeFormatter UNTIL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm '(Seoul)'")
                    .withZone(ZoneId.of("Asia/Seoul"));

    private Init() {}

    /**
     * Runs the command.
     *
     * @param portal the application to start
     * @param arguments what follows {@code init}
     * @return the exit code
     */
    public static int run(PrintStream out, Class<?> portal, String... arguments) {
        boolean again = arguments.length == 1 && arguments[0].equals("--links");
        var names = again ? NAMES : names(arguments);
        if (names.isEmpty()) {
            out.println(USAGE);
            return FAILED;
        }
        try (var context = start(portal)) {
            return again ? again(out, context) : make(out, context, called(names));
        } catch (DuplicateKeyException e) {
            return refuse(out);
        } catch (RuntimeException e) {
            out.println("The city could not be made: " + reason(e));
            return FAILED;
        }
    }

    private static int make(
            PrintStream out, ConfigurableApplicationContext context, Setup.Names names) {
        var setup = context.getBean(Setup.class);
        if (setup.done()) {
            return refuse(out);
        }
        var made = setup.make(names);
        OptionalLong number = context.getBean(Ledger.class).awaitNumber(made.founded(), SEALED);
        out.println(
                "The city "
                        + names.city()
                        + " is made; its founding is "
                        + (number.isPresent()
                                ? "entry " + number.getAsLong()
                                : "waiting to be the first entry")
                        + " of the ledger.");
        print(out, context, made.links());
        return DONE;
    }

    private static int again(PrintStream out, ConfigurableApplicationContext context) {
        var setup = context.getBean(Setup.class);
        var links = setup.done() ? setup.linksAgain() : List.<Invitations.Made>of();
        if (links.isEmpty()) {
            out.println(
                    "There are no new links: there is no city yet, or an administrator can sign in"
                            + " already and makes links on the page of staff.");
            return REFUSED;
        }
        print(out, context, links);
        return DONE;
    }

    private static void print(
            PrintStream out, ConfigurableApplicationContext context, List<Invitations.Made> links) {
        String address = context.getEnvironment().getRequiredProperty("dure.public-url");
        out.println(
                "Give each of its two administrators one of these links, good once and until "
                        + UNTIL.format(links.getFirst().expiresAt())
                        + ". They are printed once and kept nowhere:");
        links.forEach(link -> out.println("  " + address + link.path()));
        out.println("Then start the portal: java -jar dure.jar");
    }

    private static int refuse(PrintStream out) {
        out.println("This database holds a city already. Nothing was changed.");
        return REFUSED;
    }

    static ConfigurableApplicationContext start(Class<?> portal) {
        return new SpringApplicationBuilder(portal)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties(Map.of("logging.level.root", "off", "logging.level.city.dure", "warn"))
                .initializers(Init::listenToNobody)
                .run();
    }

    private static void listenToNobody(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            throw new StartRefused(
                    "The demo city makes itself, with passwords that everybody knows.",
                    "Leave the profile demo out.");
        }
        // Asked before the port is taken away, which it usually names.
        String address = environment.getRequiredProperty("dure.public-url");
        environment
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "init",
                                Map.of(
                                        "server.port", "-1",
                                        "dure.public-url", address,
                                        "dure.empty", "true")));
    }

    /** The names that were given, and what it is called else; nothing when they cannot be read. */
    private static Map<String, String> names(String... arguments) {
        var names = new LinkedHashMap<>(NAMES);
        for (int i = 0; i < arguments.length; i += 2) {
            String name = i + 1 < arguments.length ? arguments[i + 1].strip() : "";
            if (!NAMES.containsKey(arguments[i]) || name.isEmpty() || name.length() > LONGEST) {
                return Map.of();
            }
            names.put(arguments[i], name);
        }
        return names;
    }

    private static Setup.Names called(Map<String, String> names) {
        return new Setup.Names(
                names.getOrDefault("--name", ""),
                names.getOrDefault("--name-en", ""),
                names.getOrDefault("--currency", ""),
                names.getOrDefault("--currency-en", ""));
    }

    static String reason(Throwable e) {
        Throwable last = e;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return last instanceof StartRefused refused
                ? refused.getMessage() + " " + refused.action()
                : String.valueOf(last.getMessage());
    }
}
