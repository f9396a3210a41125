package city.dure.intake;

import city.dure.applications.BusinessNumber;
import city.dure.applications.NewApplication;
import city.dure.applications.Owner;
import city.dure.merchants.MerchantId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has been typed so far, right or wrong.
 *
 * @param claimed the listed business's id; null when the shop is on no list
 */
record Answers(
        @Nullable String claimed,
        @Nullable String businessNumber,
        @Nullable String name,
        @Nullable String category,
        @Nullable String district,
        @Nullable String roadAddress,
        @Nullable String phone,
        @Nullable String ownerName,
        @Nullable String ownerPhone,
        @Nullable String bank,
        @Nullable String account) {
    private static final int LONGEST = 1000;

    static Answers none() {
        return new Answers(null, null, null, null, null, null, null, null, null, null, null);
    }

    Answers with(ShopForm form) {
        return new Answers(
                claimed,
                kept(form.businessNumber()),
                kept(form.name()),
                kept(form.category()),
                kept(form.district()),
                kept(form.roadAddress()),
                kept(form.phone()),
                ownerName,
                ownerPhone,
                bank,
                account);
    }

    Answers with(OwnerForm form) {
        return new Answers(
                claimed,
                businessNumber,
                name,
                category,
                district,
                roadAddress,
                phone,
                kept(form.ownerName()),
                kept(form.ownerPhone()),
                kept(form.bank()),
                kept(form.account()));
    }

    @Nullable MerchantId claimedShop() {
        return claimed == null ? null : MerchantId.valueOf(claimed);
    }

    /** The application they make, once every step has been found right. */
    NewApplication toApplication(List<NewApplication.Sheet> sheets) {
        return new NewApplication(
                claimedShop(),
                given(name),
                given(category),
                given(district),
                given(roadAddress),
                phone == null || phone.isBlank() ? null : phone.strip(),
                new Owner(
                        BusinessNumber.read(given(businessNumber)).orElseThrow(),
                        given(ownerName),
                        given(ownerPhone),
                        given(bank),
                        given(account)),
                sheets);
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static @Nullable String kept(@Nullable String text) {
        return text == null ? null : text.substring(0, Math.min(LONGEST, text.length()));
    }
}
