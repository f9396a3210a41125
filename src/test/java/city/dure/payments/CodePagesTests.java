package city.dure.payments;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.Sealed;
import city.dure.ledger.LedgerEntries;
import city.dure.merchants.MerchantId;
import city.dure.ownshop.TestShops;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** From the number of a poster to the page on which one pays. */
@PortalTest
class CodePagesTests {
    @Autowired MockMvcTester mvc;
    @Autowired TestShops shops;
    @Autowired PayCodes codes;
    @Autowired LedgerEntries entries;
    @Autowired JdbcClient jdbc;

    @Test
    void leadsFromThePosterToTheShop() {
        MerchantId shop = shops.open();
        PayCode code = codes.of(shops.person(TestShops.OWNER), shop);
        assertThat(codes.of(shops.person(TestShops.CLERK), shop)).isEqualTo(code);
        assertThat(mvc.get().uri("/p/" + code)).hasRedirectedUrl("/merchants/" + shop + "/pay");
        assertThat(mvc.get().uri("/pay").param("code", code.grouped()))
                .hasRedirectedUrl("/merchants/" + shop + "/pay");
        assertThat(mvc.get().uri("/merchants/" + shop + "/pay").exchange().getResponse())
                .extracting(response -> response.getRedirectedUrl())
                .asString()
                .contains("/oauth2/authorization/");
        assertThat(Sealed.kinds(jdbc, entries, shop)).containsOnlyOnce("shop.code_given");
    }

    @Test
    void tellsAWrongNumber() {
        assertThat(mvc.get().uri("/p/12345678")).hasStatus(404).bodyText().contains("맞지 않아요");
        assertThat(mvc.get().uri("/pay?code=1234")).hasStatus(422).bodyText().contains("맞지 않아요");
        assertThat(mvc.get().uri("/pay?code=")).hasStatus(422).bodyText().contains("적어 주세요");
        assertThat(mvc.get().uri("/p/00005724")).hasStatus(404).bodyText().contains("다른 시의 번호");
    }
}
