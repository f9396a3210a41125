package city.dure.merchants;

/** As what somebody works in a shop. */
public enum Membership {
    /** Answers for the shop. */
    OWNER,
    /** Takes payments. */
    CLERK
}
