package city.dure.shopmap;

import city.dure.districts.GroundTest;
import city.dure.districts.TestOutlines;
import city.dure.imports.ImportId;
import city.dure.imports.ImportRun;
import city.dure.merchants.Business;
import city.dure.merchants.Listing;
import city.dure.merchants.MerchantFilter;
import city.dure.merchants.MerchantSummary;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.shared.Spot;
import city.dure.sources.Sources;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** Businesses to be shown on a map of two districts, 가람동 and 나루동 to its east. */
@GroundTest
abstract class MapShops {
    private static final Actor OFFICER = new Actor("u-TESTOFFICER", Role.MERCHANT_OFFICER);

    @Autowired MockMvcTester mvc;
    @Autowired Merchants merchants;
    @Autowired Sources sources;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    final String mark = "지도" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void draw() throws IOException {
        TestOutlines.inForce(mvc, TestOutlines.squares("가람동", "나루동"));
    }

    Business[] shops(int count, double latitude, double longitude) {
        return IntStream.range(0, count)
                .mapToObj(i -> shop(mark + i, new Spot(latitude + i * 1e-6, longitude)))
                .toArray(Business[]::new);
    }

    void list(Business... businesses) {
        var listings =
                Arrays.stream(businesses)
                        .map(each -> new Listing(UUID.randomUUID().toString(), each, false, null))
                        .toList();
        transaction.executeWithoutResult(
                status -> sources.take(OFFICER, new ImportRun(ImportId.random(), mark), listings));
    }

    MerchantSummary listed(Business business) {
        list(business);
        var filter = new MerchantFilter(business.name(), "", "", Set.of());
        return merchants.page(filter, null, 1).rows().getFirst();
    }

    static Business shop(String name, @Nullable Spot spot) {
        return shop(name, spot, "어딘가 1");
    }

    static Business shop(String name, @Nullable Spot spot, String address) {
        var shop = Business.of(name, "cafe", null, address);
        return spot == null
                ? shop.in(address.contains("나루동") ? "나루동" : null)
                : shop.movedTo(spot).in(spot.latitude() < 37.9 ? "가람동" : null);
    }
}
