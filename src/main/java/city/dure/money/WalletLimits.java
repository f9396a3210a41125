package city.dure.money;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a citizen may load, be given a bonus on, hold and pay, in won; one version of it.
 *
 * @param load in a month
 * @param bonus of what is loaded in a month, as much as the city gives its bonus on
 * @param holding of local currency at a time
 * @param payment at once
 * @param paymentDay on a day
 * @param paymentMonth in a month
 * @param variant how the city gives
 * @param rate what the city gives, in ten-thousandths
 * @param months after how many a lot expires
 */
public record WalletLimits(
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
    /**
     * What holds until a city decides otherwise: the ministry's guideline of 2023 (700,000 won a
     * month, 1,500,000 won held, 10 in a hundred), five years from issue, and, of our own, what one
     * person can lose at once (payment, day, month).
     */
    static final WalletLimits GUIDELINE =
            new WalletLimits(
                    0,
                    700_000,
                    500_000,
                    1_500_000,
                    1_000_000,
                    2_000_000,
                    5_000_000,
                    Variant.BONUS,
                    1_000,
                    60);

    /** How much can be paid at once by who did so much already, in won. */
    long payable(Usage used) {
        long rest = Math.min(paymentDay - used.paidDay(), paymentMonth - used.paidMonth());
        return Math.min(payment, rest);
    }

    /** How the city gives. */
    public enum Variant {
        /** More is loaded than was paid. */
        BONUS,
        /** Less is paid than is loaded. */
        DISCOUNT;

        /** The stable code. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The same text for the same limits, without their version. */
    String written() {
        return Stream.of(
                        load,
                        bonus,
                        holding,
                        payment,
                        paymentDay,
                        paymentMonth,
                        variant,
                        rate,
                        months)
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    /**
     * The limits of a text; their version is 0.
     *
     * @throws IllegalArgumentException when it is none
     */
    static WalletLimits read(String text) {
        var each = List.of(text.split(" ")).iterator();
        return new WalletLimits(
                0,
                Long.parseLong(each.next()),
                Long.parseLong(each.next()),
                Long.parseLong(each.next()),
                Long.parseLong(each.next()),
                Long.parseLong(each.next()),
                Long.parseLong(each.next()),
                Variant.valueOf(each.next()),
                Integer.parseInt(each.next()),
                Integer.parseInt(each.next()));
    }

    /** The same as a version. */
    WalletLimits as(int number) {
        return new WalletLimits(
                number,
                load,
                bonus,
                holding,
                payment,
                paymentDay,
                paymentMonth,
                variant,
                rate,
                months);
    }
}
