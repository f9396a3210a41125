package city.dure.money;

/**
 * What a citizen may load, be given a bonus on, hold and pay, in won; one version of it.
 *
 * @param load in a month
 * @param bonus of what is loaded in a month, as much as the city gives its bonus on
 * @param holding of local currency at a time
 * @param payment at once
 * @param rate what the city gives, in ten-thousandths
 * @param months after how many a lot expires
 */
record WalletLimits(
        int version,
        long load,
        long bonus,
        long holding,
        long payment,
        long paymentDay,
        long paymentMonth,
        Variant variant,
        int rate,
        int months) {
    /** How the city gives. */
    enum Variant {
        /** More is loaded than was paid. */
        BONUS,
        /** Less is paid than is loaded. */
        DISCOUNT
    }
}
