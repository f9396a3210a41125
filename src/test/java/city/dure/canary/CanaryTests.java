package city.dure.canary;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.TestDatabase;
import city.dure.access.Access;
import city.dure.access.AccessLog;
import city.dure.citizens.Citizen;
import city.dure.identity.AccountId;
import city.dure.identity.TestSignIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Values of citizens stand in no column of the database, in no log, in nothing that is published,
 * and on no page of anybody else. {@code -Ddure.canaries=…} sets how many citizens.
 */
@PortalTest
@ExtendWith(OutputCaptureExtension.class)
class CanaryTests {
    private static final int CANARIES = Integer.getInteger("dure.canaries", 100);

    /** Everybody who may look around without saying why. */
    private static final List<String> OTHERS =
            List.of(
                    "citizen.kim",
                    "officer.merchants",
                    "officer.programs",
                    "officer.votes",
                    "officer.fraud",
                    "officer.settlement",
                    "desk.agent",
                    "auditor",
                    "admin");

    @Autowired MockMvcTester mvc;
    @Autowired Cage cage;
    @Autowired AccessLog log;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    private final JdbcTemplate tables = new JdbcTemplate(TestDatabase.unguarded("portal"));
    private final Needles needles = new Needles();
    private final Map<Canary, Citizen> living = new LinkedHashMap<>();

    @Test
    void standsNowhereInPlain(CapturedOutput output) throws IOException {
        for (int i = 0; i < CANARIES; i++) {
            Canary canary = Canary.hatch();
            canary.secrets().forEach(needles::add);
            living.put(canary, cage.live(mvc, canary, i));
        }
        var found = new TreeMap<String, Set<String>>();
        columns(found);
        note(found, "log", needles.in(output.getAll()));
        files(found);
        pages(found);
        assertThat(found).isEmpty();
        seesWhatIsThere(output);
        hasALineForEachLookAndNoOther();
    }

    /** The search itself: one value in plain is found in each kind of place. */
    private void seesWhatIsThere(CapturedOutput output) {
        Canary canary = living.keySet().stream().skip(8).findFirst().orElseThrow();
        String name = canary.profile().name().plain();
        var found = new TreeMap<String, Set<String>>();
        tables.execute("create table canary_control (said varchar(40), stored bytea)");
        try {
            tables.update(
                    "insert into canary_control (said, stored) values (?, ?)",
                    canary.phone().digits(),
                    ("..." + name).getBytes(StandardCharsets.UTF_16BE));
            columns(found);
        } finally {
            tables.execute("drop table canary_control");
        }
        assertThat(found)
                .containsOnlyKeys("canary_control.said", "canary_control.stored")
                .containsValues(Set.of(canary.phone().digits()), Set.of(name));
        System.out.println("a log that says " + name);
        assertThat(needles.in(output.getAll())).containsExactly(name);
        var own = Objects.requireNonNull(living.get(canary)).account();
        assertThat(needles.in(page("/me/data", Objects.requireNonNull(own)))).contains(name);
    }

    /** What officials saw is what the access record says they saw, line for line. */
    private void hasALineForEachLookAndNoOther() {
        int number = 0;
        for (Citizen citizen : living.values()) {
            var lines = log.about(List.of(citizen.id().ref()), null, 99).rows();
            assertThat(lines)
                    .extracting(Access::what)
                    .containsExactlyInAnyOrderElementsOf(
                            number++ % 10 == 1 ? Cage.LOOKS : List.of());
            assertThat(lines)
                    .allSatisfy(line -> {
                        assertThat(line.reason()).isEqualTo("request");
                        assertThat(line.about()).isNotBlank();
                    });
        }
    }

    private void columns(Map<String, Set<String>> found) {
        tables.queryForList(
                        "select table_name from information_schema.tables"
                                + " where table_schema = 'public' and table_type = 'BASE TABLE'",
                        String.class)
                .forEach(table ->
                        tables.query(
                                "select * from " + table,
                                row -> {
                                    columns(found, table, row);
                                }));
    }

    private void columns(Map<String, Set<String>> found, String table, ResultSet row)
            throws SQLException {
        var columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            Object value = row.getObject(i);
            String name = table + "." + columns.getColumnName(i);
            if (value instanceof byte[] bytes) {
                note(found, name, needles.in(bytes));
            } else if (value != null) {
                note(found, name, needles.in(String.valueOf(row.getString(i))));
            }
        }
    }

    /**
     * What is published to everybody: tiles, bundles, checkpoints and their copies; once more where
     * a fuller tile took the place of one meanwhile.
     */
    private void files(Map<String, Set<String>> found) throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                filesNow(found);
                return;
            } catch (NoSuchFileException | UncheckedIOException e) {
                assertThat(tries).as("files vanish again and again: %s", e).isLessThan(5);
            }
        }
    }

    private void filesNow(Map<String, Set<String>> found) throws IOException {
        for (String what : List.of("log", "anchors")) {
            Path folder = Path.of(TestDatabase.outside("portal", what));
            try (var files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    note(found, what, needles.in(Files.readAllBytes(file)));
                }
            }
        }
    }

    /** Pages, lists and downloads of all others. */
    private void pages(Map<String, Set<String>> found) {
        for (String path : paths()) {
            note(found, path, needles.in(page(mvc.get().uri(path))));
            for (String other : OTHERS) {
                note(found, other + " " + path, needles.in(page(path, other)));
            }
        }
    }

    private List<String> paths() {
        var paths = new TreeSet<String>();
        handlers.getHandlerMethods().keySet().stream()
                .filter(each -> each.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(each -> each.getPatternValues().stream())
                .filter(path -> !path.contains("{"))
                .forEach(paths::add);
        living.values().stream()
                .limit(10)
                .forEach(each -> paths.add("/desk/citizens/" + each.id()));
        return List.copyOf(paths);
    }

    private byte[] page(String path, String other) {
        return page(mvc.get().uri(path).with(TestSignIn.as(other)));
    }

    private byte[] page(String path, AccountId account) {
        return page(mvc.get().uri(path).with(TestSignIn.as(account)));
    }

    private static byte[] page(MockMvcTester.MockMvcRequestBuilder request) {
        return request.exchange().getResponse().getContentAsByteArray();
    }

    private static void note(Map<String, Set<String>> found, String where, Set<String> what) {
        if (!what.isEmpty()) {
            found.computeIfAbsent(where, each -> new TreeSet<>()).addAll(what);
        }
    }
}
