package city.dure.personal;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where somebody's money is paid to.
 *
 * @param digits of the number, without dashes
 * @param holder whose account it is: a person, or a business
 */
public record BankAccount(Bank bank, String digits, String holder) implements Personal {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{8,16}");
    private static final Pattern HOLDER =
            Pattern.compile("[\\p{L}\\p{N}(㈜][\\p{L}\\p{M}\\p{N} .,&'’·()㈜-]{0,39}");
    private static final int LAST = 4;

    /** The digits of a number that was typed; empty when it is none of 8 to 16 digits. */
    public static Optional<String> read(String typed) {
        String digits = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s-]", "");
        return Optional.of(digits).filter(text -> NUMBER.matcher(text).matches());
    }

    /** The holder that was typed; empty when it is none, or has more than 40 characters. */
    public static Optional<String> readHolder(String typed) {
        String name = Normalizer.normalize(typed, Normalizer.Form.NFC).replaceAll("\\p{Z}+", " ");
        return Optional.of(name.strip()).filter(text -> HOLDER.matcher(text).matches());
    }

    /** {@code NH농협은행 3010123456789}. */
    @Override
    public String plain() {
        return bank.label() + " " + digits;
    }

    /** {@code NH농협은행 ****-****-6789}. */
    @Override
    public String masked() {
        return bank.label() + " " + maskedNumber();
    }

    /** {@code ****-****-6789}, however long the number is. */
    public String maskedNumber() {
        return "****-****-" + digits.substring(digits.length() - LAST);
    }

    /** {@code 한***}, however long the name is. */
    public String maskedHolder() {
        return holder.isEmpty() ? "" : holder.substring(0, 1) + "***";
    }

    @Override
    public String toString() {
        return masked();
    }
}
