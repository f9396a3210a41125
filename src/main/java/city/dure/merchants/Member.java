package city.dure.merchants;

/**
 * Somebody who works in a shop.
 *
 * @param account the account's public id ({@code u-…})
 */
public record Member(MerchantId merchant, String account, Membership membership) {
    /** As what somebody works in a shop. */
    public enum Membership {
        /** Answers for the shop. */
        OWNER,
        /** Takes payments. */
        CLERK
    }
}
