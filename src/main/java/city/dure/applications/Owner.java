package city.dure.applications;

import city.dure.personal.Bank;
import city.dure.personal.BankAccount;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Whom an application is from, and where its money goes: in the vault, never in the ledger.
 *
 * @param phone as written
 * @param bank the bank's code
 */
public record Owner(BusinessNumber number, String name, String phone, String bank, String account) {
    static final String NUMBER = "business-number";
    private static final String NAME = "owner-name";
    private static final String PHONE = "owner-phone";
    private static final String BANK = "bank";
    private static final String ACCOUNT = "bank-account";

    /** The fields in the vault that may be kept plainly sealed; the number is findable besides. */
    Map<String, String> fields() {
        return Map.of(NAME, name, PHONE, phone, BANK, bank, ACCOUNT, account);
    }

    static Owner of(Map<String, String> kept) {
        return new Owner(
                new BusinessNumber(kept.getOrDefault(NUMBER, "0000000000")),
                kept.getOrDefault(NAME, ""),
                kept.getOrDefault(PHONE, ""),
                kept.getOrDefault(BANK, ""),
                kept.getOrDefault(ACCOUNT, ""));
    }

    /** The bank's name. */
    public String bankName() {
        return Bank.of(bank).map(Bank::label).orElse(bank);
    }

    /** Where the money goes; empty when that is nowhere that is known. */
    Optional<BankAccount> payout() {
        return Bank.of(bank)
                .flatMap(known ->
                        BankAccount.read(account).map(read -> new BankAccount(known, read, name)));
    }

    /** The same with only as much as tells one from another: {@code 김○○}, {@code ***-****-5678}. */
    Owner masked() {
        return new Owner(number, maskedName(), lastFour(phone), bank, lastFour(account));
    }

    /** {@code 123-45-*****}. */
    String maskedNumber() {
        return number.written().substring(0, 7) + "*****";
    }

    /** Whether a phone number is this one, however it is written. */
    boolean hasPhone(String other) {
        return Objects.equals(digits(phone), digits(other));
    }

    private String maskedName() {
        return name.isEmpty()
                ? ""
                : name.substring(0, 1) + "○".repeat(Math.max(1, name.length() - 1));
    }

    private static String lastFour(String text) {
        int shown = Math.max(0, text.length() - 4);
        return text.substring(0, shown).replaceAll("\\d", "*") + text.substring(shown);
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }
}
