package city.dure.merchants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.dure.PortalTest;
import city.dure.ledger.LedgerReceipt;
import city.dure.merchants.Member.Membership;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.shared.Subject;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class MerchantsTests {
    private static final Actor OFFICER = new Actor("u-TESTOFFICER", Role.MERCHANT_OFFICER);
    private static final Subject APPLICATION = () -> "a-TEST";

    @Autowired Merchants merchants;
    @Autowired Decisions decisions;

    @Test
    void approvesAShopThatWasOnNoListAndMakesItsOwnerAMember() {
        Subject owner = owner();
        var approval = merchants.approve(OFFICER, null, bakery("새 빵집"), APPLICATION, owner);
        assertThat(merchants.summary(approval.merchant()).status())
                .isEqualTo(MerchantStatus.APPROVED);
        assertThat(merchants.shopsOf(owner))
                .containsExactly(new Member(approval.merchant(), owner.ref(), Membership.OWNER));
    }

    @Test
    void decidesOnlyOnWhatThePageShowed() {
        var shop = merchants.approve(OFFICER, null, bakery("두 탭 빵집"), APPLICATION, owner());
        int seen = merchants.summary(shop.merchant()).version();
        decisions.suspend(OFFICER, shop.merchant(), "inspection", seen);
        assertThatThrownBy(() -> decisions.close(OFFICER, shop.merchant(), "owner", seen))
                .isInstanceOf(MerchantChanged.class);
        assertThat(merchants.summary(shop.merchant()).status()).isEqualTo(MerchantStatus.SUSPENDED);
    }

    @Test
    void letsOneOfTwoOfficialsDecideAtOnceAndTellsTheOther() {
        var shop = merchants.approve(OFFICER, null, bakery("두 담당자 빵집"), APPLICATION, owner());
        MerchantId id = shop.merchant();
        int seen = merchants.summary(id).version();
        var results =
                Stream.<Supplier<Object>>of(
                                () -> decisions.suspend(OFFICER, id, "papers", seen),
                                () -> decisions.close(OFFICER, id, "owner_request", seen))
                        .map(CompletableFuture::supplyAsync)
                        .toList()
                        .stream()
                        .map(result ->
                                result.handle((done, failed) -> failed == null ? done : failed))
                        .map(CompletableFuture::join)
                        .toList();
        assertThat(results).filteredOn(LedgerReceipt.class::isInstance).hasSize(1);
        assertThat(results)
                .filteredOn(Throwable.class::isInstance)
                .singleElement()
                .extracting(failed -> ((Throwable) failed).getCause())
                .isInstanceOf(MerchantChanged.class);
    }

    @Test
    void findsAcrossSpellings() {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        var shop =
                merchants.approve(
                        OFFICER, null, bakery("가나다 " + unique + " 빵집"), APPLICATION, owner());
        assertThat(merchants.search("나다" + unique.toUpperCase(java.util.Locale.ROOT), 5))
                .extracting(MerchantSummary::id)
                .containsExactly(shop.merchant());
    }

    private static Business bakery(String name) {
        return Business.of(name, "bakery", "hosu", "한들시 호수구 호수로 12");
    }

    private static Subject owner() {
        String ref = "u-" + UUID.randomUUID();
        return () -> ref;
    }
}
