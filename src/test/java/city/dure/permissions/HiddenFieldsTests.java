package city.dure.permissions;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.shared.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Every form of the portal takes effect once, or not at all; a tampered one does nothing. */
@PortalTest
class HiddenFieldsTests {
    /** Sent twice they do no more than once, so that they carry no operation. */
    private static final Map<String, String> NEEDLESS =
            Map.ofEntries(
                    entry("POST /merchants/applications/drafts/{id}/shop", "saves what was typed"),
                    entry("POST /merchants/applications/drafts/{id}/owner", "saves what was typed"),
                    entry("POST /merchants/applications/drafts/{id}/removal", "is gone already"),
                    entry(
                            "POST /merchants/applications/drafts/{id}/papers/{sheet}/removal",
                            "gone"),
                    entry(
                            "POST /merchants/applications/drafts/{id}/submission",
                            "the draft is the id"),
                    entry("POST /ledger/checks", "keeps nothing"),
                    entry("POST /desk/citizens", "asks, changes nothing"),
                    entry("POST /desk/citizens/{id}/reveals", "each showing is written down"),
                    entry("POST /me/notices/reading", "is read already"),
                    entry("POST /me/notices/{id}/reading", "is read already"),
                    entry("POST /idp/invitations/{token}/passkey/options", "asks, changes nothing"),
                    entry("POST /idp/invitations/{token}/passkey", "the link works once"),
                    entry(
                            "POST /office/city/districts/uploads/{id}/columns",
                            "saves what was chosen"),
                    entry("POST /office/city/districts/uploads/{id}/removal", "is gone already"),
                    entry("POST /office/city/holidays/uploads/{id}/removal", "is gone already"),
                    entry("POST /api/v1/top-up-events", "the order is the id"),
                    entry("POST /api/v1/payments", "has a key in a header"),
                    entry("POST /api/v1/refunds", "has a key in a header"),
                    entry("POST /api/v1/card-balances", "asks, changes nothing"),
                    entry("POST /desk/citizens/{id}/cards/sheet", "each showing is written down"),
                    entry("POST /me/wallet/card/activation", "is in use already"),
                    entry("POST /error", "answers what went wrong"));

    private static final String OPERATION = UUID.randomUUID().toString();

    @Autowired ApplicationContext portal;
    @Autowired Permissions permissions;
    @Autowired MockMvcTester mvc;
    @Autowired JdbcClient jdbc;

    @Test
    void areNeededByEveryForm() {
        var forms = forms().filter(form -> !NEEDLESS.containsKey(form.toString())).toList();
        assertThat(forms).hasSizeGreaterThan(15);
        assertThat(forms().map(Handler::toString)).containsAll(NEEDLESS.keySet());
        assertThat(accepted(forms, Map.of("version", "0"))).isEmpty();
        assertThat(accepted(forms, Map.of("version", "0", "operation", "abc"))).isEmpty();
        var versioned = forms.stream().filter(HiddenFieldsTests::decidesOnWhatWasShown).toList();
        assertThat(versioned).hasSizeGreaterThan(10);
        assertThat(accepted(versioned, Map.of("operation", OPERATION))).isEmpty();
        for (String wrong : List.of("abc", "", "99999999999", "1.5")) {
            var fields = Map.of("operation", OPERATION, "version", wrong);
            assertThat(accepted(versioned, fields)).as(wrong).isEmpty();
        }
        assertThat(
                        jdbc.sql("select * from form_operation where id = ?")
                                .param(UUID.fromString(OPERATION))
                                .query()
                                .listOfRows())
                .isEmpty();
    }

    @Test
    void areNoticedWhereTheyAreNotAskedFor() {
        var form = "POST /merchants/applications/drafts/{id}/removal";
        var forms = forms().filter(each -> each.toString().equals(form)).toList();
        assertThat(accepted(forms, Map.of())).containsExactly(form + ": 302");
    }

    @Test
    void areAllThatIsNeeded() {
        var fields = Asking.hidden();
        var refused =
                forms().filter(form -> !NEEDLESS.containsKey(form.toString()))
                        .filter(form -> status(form, fields) == 400)
                        .map(Handler::toString)
                        .toList();
        assertThat(refused).isEmpty();
    }

    /** The forms that were not refused, with what they answered. */
    private List<String> accepted(List<Handler> forms, Map<String, String> fields) {
        var accepted = new ArrayList<String>();
        for (Handler form : forms) {
            int status = status(form, fields);
            if (status != 400) {
                accepted.add(form + ": " + status);
            }
        }
        return accepted;
    }

    private int status(Handler form, Map<String, String> fields) {
        var row = permissions.matrix().row(form.method(), form.path()).orElseThrow();
        Role role = row.cells().keySet().iterator().next();
        String person = MatrixTests.PEOPLE.get(role);
        return new Asking(mvc).status("POST", form.path(), person, false, fields);
    }

    private Stream<Handler> forms() {
        return Handler.all(portal).stream().filter(each -> each.method().equals("POST"));
    }

    /** What a shop declares, joins or shows is noted beside it, and does not change it. */
    private static boolean decidesOnWhatWasShown(Handler form) {
        return !form.pattern().contains("/eligibility")
                && !form.pattern().contains("/photos/")
                && Set.of(
                                "/office/applications/",
                                "/office/merchants/",
                                "/merchants/applications/{id}")
                        .stream()
                        .anyMatch(form.pattern()::startsWith);
    }
}
