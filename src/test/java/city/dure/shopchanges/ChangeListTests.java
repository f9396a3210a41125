package city.dure.shopchanges;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.Statements;
import city.dure.identity.TestSignIn;
import city.dure.ownshop.TestShops;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The officers' list of requests, however long; other tests' requests stand in it too. */
@PortalTest
class ChangeListTests {
    private static final String PATH = "/office/changes?state=waiting";
    private static final int A_PAGE = 30;
    private static final Pattern ROW = Pattern.compile("href=\"/office/changes/(c-[^\"]+)\"");
    private static final Pattern NEXT =
            Pattern.compile("href=\"([^\"]*after=[^\"]*)\" rel=\"next\"");

    @Autowired MockMvcTester mvc;
    @Autowired TestShops shops;
    @Autowired Changes changes;

    /** By number of rows instead of by key, what comes next would be left out here. */
    @Test
    void goesOnByKeyWhileRequestsAreDecided() throws Exception {
        var asked = ask(A_PAGE + 1);
        var found = new ArrayList<String>();
        int pages = 0;
        for (String path = PATH; path != null; pages++) {
            String page = get(path);
            var rows = ROW.matcher(page).results().map(row -> row.group(1)).toList();
            assertThat(rows).hasSizeBetween(1, A_PAGE);
            rows.stream().filter(asked::contains).forEach(found::add);
            rows.stream().filter(asked::contains).limit(3).forEach(this::withdraw);
            var next = NEXT.matcher(page);
            path = next.find() ? next.group(1).replace("&amp;", "&") : null;
        }
        assertThat(found).containsExactlyElementsOf(asked);
        assertThat(pages).isGreaterThan(1);
    }

    @ParameterizedTest
    @CsvSource({"/office/changes?state=waiting, 9", "/office/changes.csv?state=waiting, 9"})
    void asksNoMoreForMany(String path, int atMost) throws Exception {
        ask(1);
        statements(path);
        int few = statements(path);
        ask(A_PAGE);
        assertThat(statements(path)).isEqualTo(few).isLessThanOrEqualTo(atMost);
    }

    /** As many new requests, oldest first. */
    private List<String> ask(int times) {
        var asked = new ArrayList<String>();
        for (int i = 0; i < times; i++) {
            var shop = shops.open();
            changes.request(shops.person(TestShops.OWNER), shop, new Wanted("새 이름", null, null));
            asked.add(changes.newest(shop).orElseThrow().id().ref());
        }
        return asked;
    }

    private void withdraw(String change) {
        changes.withdraw(shops.person(TestShops.OWNER), changes.get(ChangeId.valueOf(change)));
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
