package city.dure;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The database under test: H2 in memory, or with {@code -Ddure.test.database=postgres} a real
 * PostgreSQL that writes as durably as a city's.
 */
public final class TestDatabase
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    /** PostgreSQL starts only with keys that are given; this one guards nothing but test data. */
    private static final String KEY =
            Base64.getEncoder()
                    .encodeToString("a key for the test database only".getBytes(US_ASCII));

    /** Whether this run is the one on PostgreSQL. */
    public static boolean isPostgres() {
        return "postgres".equals(System.getProperty("dure.test.database"));
    }

    /** The connection settings of the database named, each name a database of its own. */
    public static Map<String, Object> properties(String name) {
        return isPostgres() ? postgres(name) : h2(name);
    }

    /** The database named, without the guard: for tests that tamper, or that build their own. */
    public static DataSource unguarded(String name) {
        var settings = properties(name);
        return new DriverManagerDataSource(
                String.valueOf(settings.get("spring.datasource.url")),
                String.valueOf(settings.get("spring.datasource.username")),
                String.valueOf(settings.get("spring.datasource.password")));
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test database", properties("portal")));
    }

    private static Map<String, Object> h2(String name) {
        return Map.of(
                "spring.datasource.url",
                "jdbc:h2:mem:"
                        + name
                        + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL"
                        + ";DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0",
                "spring.datasource.username",
                "dure",
                "spring.datasource.password",
                "",
                "dure.log.folder",
                outside(name, "log"),
                "dure.log.anchors",
                outside(name, "anchors"));
    }

    /**
     * A folder for what the database named shows outside of itself; the database is gone after the
     * run, and what it has shown must not outlive it either.
     */
    public static String outside(String name, String what) {
        String kind = isPostgres() ? "postgres" : "h2";
        long run = ProcessHandle.current().pid();
        return "target/test-outside/%s-%s-%d/%s".formatted(name, kind, run, what);
    }

    private static Map<String, Object> postgres(String name) {
        try {
            var server = Server.RUNNING;
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                var found =
                        statement.executeQuery(
                                "select 1 from pg_database where datname = '" + name + "'");
                if (!found.next()) {
                    statement.execute("create database \"" + name + "\"");
                }
            }
            return Map.of(
                    "spring.datasource.url",
                    server.getJdbcUrl("postgres", name) + "&reWriteBatchedInserts=true",
                    "spring.datasource.username",
                    "postgres",
                    "spring.datasource.password",
                    "",
                    "dure.master-key",
                    KEY,
                    "dure.log.key",
                    KEY,
                    "dure.log.folder",
                    outside(name, "log"),
                    "dure.log.anchors",
                    outside(name, "anchors"));
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Started once, when first asked for. */
    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                var server =
                        EmbeddedPostgres.builder()
                                .setRegisterShutdownHook(false)
                                .setLocaleConfig("locale", "C.UTF-8")
                                .setServerConfig("fsync", "on")
                                .setServerConfig("synchronous_commit", "on")
                                .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stopLast(server)));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        // Spring closes its contexts in a shutdown hook of its own; they still need the server.
        private static void stopLast(EmbeddedPostgres server) {
            try {
                Thread.sleep(100); // hooks start at the same moment
                for (Thread hook : Thread.getAllStackTraces().keySet()) {
                    if (hook.getName().equals("SpringApplicationShutdownHook")) {
                        hook.join(15_000);
                    }
                }
                server.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
