package city.dure.shopreports;

import city.dure.PortalTest;
import city.dure.Sealed;
import city.dure.identity.AccountId;
import city.dure.ledger.EntryFilter;
import city.dure.ledger.LedgerEntries;
import city.dure.ledger.SealedEntry;
import city.dure.merchants.Business;
import city.dure.merchants.MerchantId;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A shop, two citizens and an officer, and what becomes of reports. */
@PortalTest
abstract class CaseTest {
    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Seoul"));
    static final ShopReports.Sighting CLOSED =
            new ShopReports.Sighting(ReportKind.CLOSED, null, TODAY);

    @Autowired ShopReports reports;
    @Autowired Cases cases;
    @Autowired Merchants merchants;
    @Autowired LedgerEntries entries;
    @Autowired JdbcClient jdbc;

    final Actor kim = person(Role.CITIZEN);
    final Actor lee = person(Role.CITIZEN);
    final Actor officer = person(Role.MERCHANT_OFFICER);
    MerchantId shop;

    @BeforeEach
    void approvesAShop() {
        shop = shop();
    }

    ShopCase open(ReportKind kind) {
        var filter = new Cases.Filter(null, kind.code(), shop.ref(), null);
        return cases.page(filter, null, 1).rows().getFirst().it();
    }

    List<ShopCase> all() {
        var filter = new Cases.Filter("all", null, shop.ref(), null);
        return cases.page(filter, null, 100).rows().stream().map(Cases.Named::it).toList();
    }

    List<SealedEntry> recorded(Actor actor) {
        Sealed.everything(jdbc);
        var filter = new EntryFilter(null, actor.ref(), null, null, null, null, true);
        return entries.page(filter, null, 100).rows().stream()
                .filter(entry -> entry.kind().startsWith("shop_report."))
                .toList();
    }

    MerchantId shop() {
        var business = Business.of("제보 가게 " + UUID.randomUUID(), "bakery", "hosu", "한들시 호수로 12");
        var nobody = new AccountId(UUID.randomUUID());
        return merchants.approve(Actor.SYSTEM, null, business, nobody, nobody).merchant();
    }

    static Actor person(Role role) {
        return new Actor(new AccountId(UUID.randomUUID()).ref(), role);
    }
}
