package city.dure.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.dure.TestDatabase;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.ServletException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Takes real databases away: one that was never there, and one that goes in mid-connection. */
@Tag("database")
class DatabaseGoneTests {
    private final DatabaseGone filter = new DatabaseGone(UnaryOperator.identity());
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/ledger");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void saysSoWhenThereIsNoDatabase() throws Exception {
        String nowhere =
                TestDatabase.isPostgres()
                        ? "jdbc:postgresql://127.0.0.1:1/none"
                        : "jdbc:h2:tcp://127.0.0.1:1/none";
        try (var pool = pool(nowhere)) {
            ask(pool);
        }
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentAsString())
                .contains("데이터베이스에 연결하지 못하고", "cannot reach its database")
                .doesNotContain("Exception", "jdbc");
        assertThat(response.getHeader("Content-Security-Policy")).contains("default-src 'self'");
    }

    @Test
    void saysSoWhenTheDatabaseGoesAway() throws Exception {
        var properties = TestDatabase.properties("gone");
        String url = String.valueOf(properties.get("spring.datasource.url"));
        String user = String.valueOf(properties.get("spring.datasource.username"));
        try (var pool = pool(url)) {
            pool.setUsername(user);
            pool.setPassword("");
            JdbcClient.create(pool).sql("select 1").query(Integer.class).single();
            var connection =
                    pool.getConnection(); // Goes with its pool: it can no longer be closed.
            takeAway(url, user);
            filter.doFilter(request, response, (asked, answered) -> ask(connection));
        }
        assertThat(response.getStatus()).isEqualTo(503);
    }

    @Test
    void answersMachinesWithAProblemDocument() throws Exception {
        request.setRequestURI("/api/v1/payments");
        try (var pool = pool("jdbc:h2:tcp://127.0.0.1:1/none")) {
            ask(pool);
        }
        assertThat(response.getContentType()).startsWith("application/problem+json");
        assertThat(response.getContentAsString()).contains("\"status\":503");
    }

    @Test
    void leavesOtherFailuresAlone() {
        assertThatThrownBy(() ->
                        filter.doFilter(
                                request,
                                response,
                                (asked, answered) -> {
                                    throw new ServletException(
                                            new SQLException("no such column", "42S22"));
                                }))
                .isInstanceOf(ServletException.class);
        assertThat(response.getStatus()).isEqualTo(200);
    }

    private void ask(HikariDataSource pool) throws Exception {
        filter.doFilter(
                request,
                response,
                (asked, answered) ->
                        JdbcClient.create(pool).sql("select 1").query(Integer.class).single());
    }

    private static void ask(Connection connection) throws ServletException {
        try (var statement = connection.createStatement()) {
            statement.executeQuery("select 1");
        } catch (SQLException e) {
            throw new ServletException(e);
        }
    }

    private static HikariDataSource pool(String url) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setConnectionTimeout(500);
        pool.setInitializationFailTimeout(-1);
        pool.setMaximumPoolSize(1);
        return pool;
    }

    private static void takeAway(String url, String user) throws SQLException {
        try (var own = DriverManager.getConnection(url, user, "");
                var statement = own.createStatement()) {
            statement.execute(
                    TestDatabase.isPostgres()
                            ? "select pg_terminate_backend(pid) from pg_stat_activity"
                                    + " where datname = 'gone' and pid <> pg_backend_pid()"
                            : "shutdown immediately");
        }
    }
}
