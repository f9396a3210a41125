package city.dure.bankaccounts;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.Statements;
import city.dure.identity.TestSignIn;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The officers' list of requests, however long; other tests' requests stand in it too. */
@PortalTest
class BankListTests {
    private static final String PATH = "/office/bank-changes?state=waiting";
    private static final int A_PAGE = 30;
    private static final int AT_MOST = 9;
    private static final Pattern ROW = Pattern.compile("href=\"/office/bank-changes/(ba-[^\"]+)\"");
    private static final Pattern NEXT =
            Pattern.compile("href=\"([^\"]*after=[^\"]*)\" rel=\"next\"");

    @Autowired MockMvcTester mvc;
    @Autowired TestBankChanges changes;
    @Autowired BankAccounts accounts;

    /** By number of rows instead of by key, what comes next would be left out here. */
    @Test
    void goesOnByKeyWhileRequestsAreTakenBack() throws Exception {
        var asked = ask(A_PAGE + 1);
        var found = new ArrayList<BankChange>();
        int pages = 0;
        for (String path = PATH; path != null; pages++) {
            String page = get(path);
            var rows = ROW.matcher(page).results().map(row -> row.group(1)).toList();
            assertThat(rows).hasSizeBetween(1, A_PAGE);
            var mine = asked.stream().filter(each -> rows.contains(each.id().ref())).toList();
            found.addAll(mine);
            mine.stream().limit(3).forEach(this::withdraw);
            var next = NEXT.matcher(page);
            path = next.find() ? next.group(1).replace("&amp;", "&") : null;
        }
        assertThat(found).containsExactlyElementsOf(asked);
        assertThat(pages).isGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/office/bank-changes?state=waiting",
                "/office/bank-changes.csv?state=waiting"
            })
    void asksNoMoreForMany(String path) throws Exception {
        ask(1);
        statements(path);
        int few = statements(path);
        ask(A_PAGE);
        assertThat(statements(path)).isEqualTo(few).isLessThanOrEqualTo(AT_MOST);
    }

    private List<BankChange> ask(int times) {
        var asked = new ArrayList<BankChange>();
        for (int i = 0; i < times; i++) {
            asked.add(changes.ask());
        }
        return asked;
    }

    private void withdraw(BankChange asked) {
        accounts.withdraw(changes.owner(), asked.shop(), asked.id());
    }

    private int statements(String path) throws Exception {
        try (var heard = Statements.listen()) {
            get(path);
            return heard.heard().size();
        }
    }

    private String get(String path) throws Exception {
        var answer = mvc.get().uri(path).with(TestSignIn.as("officer.merchants")).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
