package city.dure.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import city.dure.TestDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.h2.tools.Server;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** A whole portal whose database goes away: its page comes, and with its style. */
@Tag("database")
@DirtiesContext
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "dure.home=target/test-home-gone",
            "dure.demo=true",
            "spring.datasource.hikari.connection-timeout=500"
        })
@ContextConfiguration(initializers = DatabaseGoneInPortalTests.Goes.class)
class DatabaseGoneInPortalTests {
    private static final String NAME = "goes";
    private static final Pattern STYLE = Pattern.compile("href=\"(/assets/[^\"]+)\"");

    private final HttpClient browser = HttpClient.newHttpClient();

    @LocalServerPort int port;

    @Test
    void saysSoWithItsStyle() throws Exception {
        assertThat(get("/help/permissions").statusCode()).isEqualTo(200);

        Goes.away();

        var page = get("/help/permissions");
        assertThat(page.statusCode()).isEqualTo(503);
        var files = STYLE.matcher(page.body()).results().map(MatchResult::group).toList();
        assertThat(files).hasSizeGreaterThan(3);
        for (String file : files) {
            var answer = get(file.substring(6, file.length() - 1));
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
        }
    }

    /** As somebody with a session, which would have to be looked up in the database. */
    private HttpResponse<String> get(String path) throws Exception {
        String session = Base64.getEncoder().encodeToString(id().getBytes(US_ASCII));
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Accept", "text/html")
                        .header("Cookie", "SESSION=" + session + "; __Host-SESSION=" + session);
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    /** A database that can be taken away while the portal runs. */
    static final class Goes
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        private static final Server H2 = server();

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var properties = new HashMap<>(TestDatabase.properties(NAME));
            if (!TestDatabase.isPostgres()) {
                properties.computeIfPresent(
                        "spring.datasource.url",
                        (key, url) ->
                                url.toString().replace("h2:mem", "h2:" + H2.getURL() + "/mem"));
            }
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("database that goes", properties));
        }

        static void away() {
            H2.stop();
            if (TestDatabase.isPostgres()) {
                var other = JdbcClient.create(TestDatabase.unguarded("stays"));
                other.sql("alter database " + NAME + " allow_connections false").update();
                other.sql(
                                "select pg_terminate_backend(pid) from pg_stat_activity where datname = ?")
                        .param(NAME)
                        .query()
                        .listOfRows();
            }
        }

        private static Server server() {
            try {
                return Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
