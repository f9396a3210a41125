package city.dure.shopreports;

import static city.dure.identity.TestSignIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import city.dure.PortalTest;
import city.dure.Statements;
import city.dure.TestForm;
import city.dure.identity.AccountId;
import city.dure.identity.Accounts;
import city.dure.identity.NewAccount;
import city.dure.identity.Passwords;
import city.dure.merchants.Business;
import city.dure.merchants.MerchantId;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A shop, a citizen and what people do with its reports. */
@PortalTest
abstract class ReportTest {
    static final String OFFICER = "officer.merchants";
    static final String SECOND = "officer2.merchants";
    static final String OWN = "/merchants/reports";
    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Seoul"));

    @Autowired MockMvcTester mvc;
    @Autowired Merchants merchants;
    @Autowired Accounts accounts;
    @Autowired Passwords passwords;
    @Autowired ShopReports reports;
    @Autowired JdbcClient jdbc;

    final String name = "제보 " + UUID.randomUUID().toString().substring(0, 8);
    AccountId citizen;
    AccountId owner;
    MerchantId shop;

    @BeforeEach
    void approvesAShop() {
        citizen = accounts.open(Actor.SYSTEM, new NewAccount("강제보", false));
        owner = accounts.open(Actor.SYSTEM, new NewAccount("주인공", false));
        shop = approved(name);
    }

    List<String> statements(String path, Object user) {
        try (var statements = Statements.listen()) {
            assertThat(get(path, user)).hasStatusOk();
            assertThat(statements.heard()).isNotEmpty();
            return statements.heard();
        }
    }

    MvcTestResult send(String... fields) {
        Map<String, String> sent = new LinkedHashMap<>();
        sent.put("operation", UUID.randomUUID().toString());
        sent.put("seen", TODAY.toString());
        for (String field : fields) {
            sent.put(field.split("=", 2)[0], field.split("=", 2)[1]);
        }
        var request =
                mvc.post().uri("/merchants/" + shop + "/reports").with(csrf()).with(as(citizen));
        sent.forEach(request::param);
        return request.exchange();
    }

    MvcTestResult settle(String page, String user, String outcome) {
        return post(
                page + "/settlement", user, "version=" + reports.find(id(page)).version(), outcome);
    }

    MvcTestResult post(String path, String user, String... fields) {
        return TestForm.post(mvc, path, user, fields);
    }

    MvcTestResult get(String path) {
        return get(path, citizen);
    }

    MvcTestResult get(String path, Object user) {
        var person = user instanceof AccountId account ? as(account) : as(user.toString());
        return mvc.get().uri(path).with(person).exchange();
    }

    /** Where the officer works on what was reported last. */
    String page() {
        return body(get("/office/reports?q=" + name, OFFICER))
                .replaceAll("(?s).*href=\"(/office/reports/rc-[^\"]*)\".*", "$1");
    }

    static CaseId id(String page) {
        return CaseId.valueOf(page.substring(page.lastIndexOf('/') + 1));
    }

    String form() {
        return "/merchants/" + shop + "/reports/new";
    }

    static ShopReports.Sighting sighting() {
        return new ShopReports.Sighting(ReportKind.CLOSED, null, TODAY);
    }

    static Actor person(AccountId account) {
        return new Actor(account.ref(), Role.CITIZEN);
    }

    MerchantId approved(String name) {
        var business = Business.of(name, "bakery", "hosu", "한들시 호수로 12");
        var nobody = new AccountId(UUID.randomUUID());
        return merchants.approve(Actor.SYSTEM, null, business, nobody, nobody).merchant();
    }

    static String body(MvcTestResult result) {
        return body(result, 200);
    }

    static String body(MvcTestResult result, int status) {
        assertThat(result).hasStatus(status);
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
