package city.dure.merchants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.dure.PortalTest;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.shared.Subject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class MerchantsTests {
    private static final Actor OFFICER = new Actor("u-TESTOFFICER", Role.MERCHANT_OFFICER);
    private static final Subject APPLICATION = () -> "a-TEST";

    @Autowired Merchants merchants;

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
        merchants.suspend(OFFICER, shop.merchant(), "inspection", seen);
        assertThatThrownBy(() -> merchants.close(OFFICER, shop.merchant(), "owner", seen))
                .isInstanceOf(MerchantChanged.class);
        assertThat(merchants.summary(shop.merchant()).status()).isEqualTo(MerchantStatus.SUSPENDED);
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
