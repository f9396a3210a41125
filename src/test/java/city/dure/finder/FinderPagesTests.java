package city.dure.finder;

import static city.dure.identity.TestSignIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import city.dure.PortalTest;
import city.dure.merchants.Business;
import city.dure.merchants.Listing;
import city.dure.merchants.MerchantStatus;
import city.dure.merchants.MerchantSummary;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.web.TestErrorPage;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PortalTest
class FinderPagesTests {
    private static final Actor OFFICER = new Actor("u-TESTOFFICER", Role.MERCHANT_OFFICER);

    @Autowired MockMvcTester mvc;
    @Autowired Merchants merchants;
    @Autowired city.dure.merchants.ListTaking lists;

    private String unique = "";

    @BeforeEach
    void namesOfTheirOwn() {
        unique = "시험" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void findsAShopHoweverItIsSpelled() throws Exception {
        listed("행복 " + unique + " 빵집", false);
        String spelled = unique.toUpperCase(java.util.Locale.ROOT) + "빵 집";
        var page = mvc.get().uri("/merchants").param("q", spelled).exchange();
        assertThat(page).hasStatusOk();
        assertThat(text(page)).contains("행복 " + unique + " 빵집").contains("<h1>");
    }

    @Test
    void answersHtmxWithTheResultsAlone() throws Exception {
        listed(unique, false);
        var part =
                mvc.get()
                        .uri("/merchants")
                        .param("q", unique)
                        .header("HX-Request", "true")
                        .exchange();
        assertThat(text(part)).contains(unique).doesNotContain("<h1>");
    }

    @Test
    void pagesByKeyWithLinksThatCanBeShared() throws Exception {
        IntStream.range(100, 125).forEach(i -> listed(unique + " " + i + "호점", false));
        var first = text(mvc.get().uri("/merchants").param("q", unique).exchange());
        assertThat(first).contains("119호점").doesNotContain("120호점").contains("25");
        String next = first.replaceAll("(?s).*href=\"([^\"]*after=[^\"]*)\".*", "$1");
        var second =
                text(mvc.get().uri(java.net.URI.create(next.replace("&amp;", "&"))).exchange());
        assertThat(second).contains("120호점").contains("124호점").doesNotContain("119호점");
    }

    @Test
    void leavesClosedOnesOutButKeepsTheirPage() throws Exception {
        var shop = listed(unique, true);
        assertThat(text(mvc.get().uri("/merchants").param("q", unique).exchange()))
                .doesNotContain("<td");
        assertThat(mvc.get().uri("/merchants/" + shop)).hasStatusOk();
        var register =
                mvc.get().uri("/office/merchants").param("q", unique).with(as("officer.merchants"));
        assertThat(text(register.exchange())).contains(unique).contains("<td");
    }

    @Test
    void narrowsToThoseThatAccept() throws Exception {
        listed(unique + " 목록", false);
        approved(unique + " 가맹");
        var page = mvc.get().uri("/merchants").param("q", unique).param("status", "approved");
        assertThat(text(page.exchange())).contains(unique + " 가맹").doesNotContain("목록</a>");
    }

    @Test
    void handsTheListOutAsAFile() throws Exception {
        listed("=" + unique, false);
        var file = mvc.get().uri("/merchants.csv").param("q", unique).exchange();
        assertThat(file).hasStatusOk();
        assertThat(text(file)).startsWith("\ufeff").contains("'=" + unique);
    }

    @Test
    void saysWhyNothingIsFound() throws Exception {
        assertThat(text(mvc.get().uri("/merchants").param("q", unique).exchange()))
                .contains("du-empty");
    }

    @Test
    void knowsNoShopThatIsNone() {
        assertThat(mvc.get().uri("/merchants/m-00000000000000000000000000"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get().uri("/merchants/nothing")).hasStatus4xxClientError();
    }

    @Test
    void suspendsOnceWhateverIsPressedTwice() {
        var shop = approved(unique);
        var operation = UUID.randomUUID();
        assertThat(decide(shop, "suspension", operation, shop.version(), "papers"))
                .hasStatus3xxRedirection();
        assertThat(decide(shop, "suspension", operation, shop.version(), "papers"))
                .hasStatus3xxRedirection();
        assertThat(merchants.summary(shop.id()).status()).isEqualTo(MerchantStatus.SUSPENDED);
    }

    @Test
    void tellsTheSecondOfficialWhoDecidedAndWhen() {
        var shop = approved(unique);
        decide(shop, "suspension", UUID.randomUUID(), shop.version(), "papers");
        var refused = decide(shop, "closure", UUID.randomUUID(), shop.version(), "business_ended");
        assertThat(refused).hasStatus(HttpStatus.CONFLICT);
        assertThat(TestErrorPage.after(refused, mvc))
                .bodyText()
                .containsPattern("서이안 담당자가 20\\d\\d\\. [^<]*에 먼저 바꿨습니다. 지금은 정지된");
        assertThat(merchants.summary(shop.id()).status()).isEqualTo(MerchantStatus.SUSPENDED);
    }

    @Test
    void asksForAReason() throws Exception {
        var shop = approved(unique);
        var answer = decide(shop, "suspension", UUID.randomUUID(), shop.version(), "whatever");
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(text(answer)).contains("du-summary-of-errors");
        assertThat(merchants.summary(shop.id()).status()).isEqualTo(MerchantStatus.APPROVED);
    }

    private MvcTestResult decide(
            MerchantSummary shop, String act, UUID operation, int version, String reason) {
        return mvc.post()
                .uri("/office/merchants/" + shop.ref() + "/" + act)
                .param("operation", operation.toString())
                .param("version", Integer.toString(version))
                .param("reason", reason)
                .with(as("officer.merchants"))
                .with(csrf())
                .exchange();
    }

    private String listed(String name, boolean closed) {
        var listing = new Listing(UUID.randomUUID().toString(), business(name), closed, null);
        lists.take(OFFICER, () -> "i-TEST", "시험", List.of(listing), java.util.Map.of());
        var all = new city.dure.merchants.MerchantFilter(name, "", "", java.util.Set.of());
        return merchants.page(all, null, 1).rows().getFirst().ref();
    }

    private MerchantSummary approved(String name) {
        var approval =
                merchants.approve(
                        OFFICER, null, business(name), () -> "a-T", () -> "u-" + UUID.randomUUID());
        return merchants.summary(approval.merchant());
    }

    private static Business business(String name) {
        return Business.of(name, "bakery", "hosu", "한들시 호수로 12 (호수동)");
    }

    private static String text(MvcTestResult result) throws UnsupportedEncodingException {
        return result.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }
}
