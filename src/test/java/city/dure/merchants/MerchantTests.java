package city.dure.merchants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MerchantTests {
    private static final Instant NOON = Instant.parse("2026-11-21T03:00:00Z");
    private static final Business BAKERY =
            Business.of("행복빵집", "bakery", "hosu", "한들시 호수구 호수로 12 (물빛동)");

    private static final Listing OPEN = new Listing("key", BAKERY, false, null);
    private static final Listing CLOSED =
            new Listing("key", BAKERY, true, LocalDate.of(2020, 12, 2));

    @Test
    void goesFromListedThroughApprovedAndSuspendedToClosed() {
        Merchant merchant = listed();
        merchant.approve(BAKERY, NOON);
        merchant.suspend("inspection", NOON);
        merchant.resume(NOON);
        assertThat(merchant.status()).isEqualTo(MerchantStatus.APPROVED);
        merchant.close("owner", LocalDate.of(2026, 11, 21), NOON);
        assertThat(merchant.status()).isEqualTo(MerchantStatus.CLOSED);
    }

    @Test
    void refusesWhatDoesNotFollow() {
        assertThatThrownBy(() -> listed().suspend("inspection", NOON))
                .isInstanceOf(MerchantChanged.class);
        assertThatThrownBy(() -> listed().resume(NOON)).isInstanceOf(MerchantChanged.class);
        Merchant approved = Merchant.approved(BAKERY, NOON);
        assertThatThrownBy(() -> approved.approve(BAKERY, NOON))
                .isInstanceOf(MerchantChanged.class);
        approved.suspend("inspection", NOON);
        assertThatThrownBy(() -> approved.approve(BAKERY, NOON))
                .as("no second application ends a suspension")
                .isInstanceOf(MerchantChanged.class);
    }

    @Test
    void isClosedWhenTheListSaysSinceWhen() {
        assertThat(Merchant.listed(CLOSED, "목록", NOON).status()).isEqualTo(MerchantStatus.CLOSED);
    }

    @Test
    void namesTheFieldsThatChanged() {
        Merchant merchant = listed();
        assertThat(merchant.describe(BAKERY)).isEmpty();
        var moved = Business.of("행복빵집 2호점", "bakery", "hosu", "한들시 호수구 호수로 14");
        assertThat(merchant.describe(moved)).containsExactly("name", "road_address");
    }

    @Test
    void followsItsListUntilAnOfficialDecided() {
        Merchant merchant = listed();
        assertThat(merchant.take(OPEN, "목록", NOON)).isEmpty();
        assertThat(merchant.take(CLOSED, "목록", NOON)).containsExactly("closed_on");
        assertThat(merchant.status()).isEqualTo(MerchantStatus.CLOSED);
        merchant.take(OPEN, "목록", NOON);
        assertThat(merchant.status()).isEqualTo(MerchantStatus.LISTED);
        merchant.close("request", LocalDate.of(2026, 11, 21), NOON);
        assertThat(merchant.take(OPEN, "목록", NOON)).isEmpty();
        assertThat(merchant.status()).isEqualTo(MerchantStatus.CLOSED);
    }

    @Test
    void staysAMerchantWhenAListSaysItClosed() {
        Merchant merchant = listed();
        merchant.approve(BAKERY, NOON);
        assertThat(merchant.take(CLOSED, "목록", NOON)).containsExactly("closed_on");
        assertThat(merchant.status()).isEqualTo(MerchantStatus.APPROVED);
    }

    private static Merchant listed() {
        return Merchant.listed(OPEN, "목록", NOON);
    }
}
