package city.dure.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.shared.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Every handler as every role, against the matrix: nothing more is allowed, and nothing less. */
@PortalTest
class MatrixTests {
    static final Map<Role, String> PEOPLE =
            Map.of(
                    Role.CITIZEN, "citizen.kim",
                    Role.MERCHANT_OFFICER, "officer.merchants",
                    Role.PROGRAM_OFFICER, "officer.programs",
                    Role.VOTE_OFFICER, "officer.votes",
                    Role.FRAUD_OFFICER, "officer.fraud",
                    Role.SETTLEMENT_OFFICER, "officer.settlement",
                    Role.DESK_AGENT, "desk.agent",
                    Role.AUDITOR, "auditor",
                    Role.ADMIN, "admin");

    /** Answered by filters, not by handlers. */
    static final Set<String> FILTERS = Set.of("protocol", "web");

    @Autowired ApplicationContext portal;
    @Autowired Permissions permissions;
    @Autowired MockMvcTester mvc;
    @Autowired MessageSource messages;

    @Test
    void hasARowForEveryHandler() {
        assertThat(Handler.all(portal))
                .isNotEmpty()
                .allSatisfy(handler ->
                        assertThat(row(handler))
                                .as("row of permissions.yaml for " + handler)
                                .isPresent());
    }

    @Test
    void hasAHandlerForEveryRow() {
        var answered = Handler.all(portal).stream().map(Handler::toString).toList();
        var rows =
                permissions.matrix().rows().stream()
                        .filter(row -> !FILTERS.contains(row.room()))
                        .flatMap(OwnedObjectsTests::places)
                        .filter(place -> !place.startsWith("GET /actuator"))
                        .toList();

        assertThat(answered).containsAll(rows);
    }

    @Test
    void namesEveryRowToPeople() {
        for (MatrixRow row : permissions.matrix().rows()) {
            for (Locale language : List.of(Locale.KOREAN, Locale.ENGLISH)) {
                assertThat(messages.getMessage(row.label(), null, language)).isNotBlank();
                assertThat(messages.getMessage("permissions.room." + row.room(), null, language))
                        .isNotBlank();
            }
        }
    }

    @Test
    void allowsWhatTheMatrixSaysAndNothingElse() {
        assertThat(findings(permissions.matrix(), Handler.all(portal))).isEmpty();
    }

    @Test
    void noticesALoosenedRule() {
        Matrix strict = permissions.matrix();
        var metrics = Set.of(new Handler("GET", "/actuator/info", "/actuator/info"));
        assertThat(findings(strict, metrics)).isEmpty();
        ReflectionTestUtils.setField(permissions, "matrix", loosened(strict, "metrics"));
        try {
            assertThat(findings(strict, metrics))
                    .containsExactly(
                            "citizen may GET /actuator/info",
                            "citizen may GET /actuator/info (HX)");
        } finally {
            ReflectionTestUtils.setField(permissions, "matrix", strict);
        }
    }

    /** Where the portal answers otherwise than the matrix says, over all roles. */
    private List<String> findings(Matrix expected, Set<Handler> handlers) {
        var findings = new ArrayList<String>();
        for (Handler handler : handlers) {
            var row = expected.row(handler.method(), handler.path());
            for (Role role : roles()) {
                var cell = row.map(found -> found.cell(role)).orElse(null);
                for (boolean htmx : new boolean[] {false, true}) {
                    boolean entered = enters(handler, role, cell, htmx);
                    if (entered != (cell != null)) {
                        findings.add(
                                role.code()
                                        + (entered ? " may " : " may not ")
                                        + handler
                                        + (htmx ? " (HX)" : ""));
                    }
                }
            }
        }
        return findings;
    }

    private boolean enters(Handler handler, Role role, @Nullable Cell cell, boolean hx) {
        int status = new Asking(mvc).status(handler.method(), handler.path(), PEOPLE.get(role), hx);
        // Of an object that is nobody's, the handler of an own cell may itself say no.
        return cell == Cell.OWN ? status != Asking.SENT_TO_SIGN_IN : status != 403 && status > 0;
    }

    private static List<Role> roles() {
        return Stream.concat(Stream.of(Role.ANYONE), PEOPLE.keySet().stream()).sorted().toList();
    }

    private Optional<MatrixRow> row(Handler handler) {
        return permissions.matrix().row(handler.method(), handler.path());
    }

    private static Matrix loosened(Matrix strict, String name) {
        return new Matrix(
                strict.rows().stream()
                        .map(row -> row.name().equals(name) ? withCitizens(row) : row)
                        .toList());
    }

    private static MatrixRow withCitizens(MatrixRow row) {
        var cells = new LinkedHashMap<>(row.cells());
        cells.put(Role.CITIZEN, Cell.YES);
        return new MatrixRow(row.room(), row.name(), row.paths(), cells, row.scope());
    }
}
