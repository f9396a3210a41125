package city.dure.bankaccounts;

import city.dure.personal.Bank;
import city.dure.personal.BankAccount;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/**
 * Another bank account as typed.
 *
 * @param operation makes it count once
 * @param bankBook a copy of it, as chosen
 */
record BankForm(
        UUID operation,
        @Nullable String bank,
        @Nullable String number,
        @Nullable String holder,
        @Nullable MultipartFile bankBook) {
    static BankForm blank() {
        return new BankForm(UUID.randomUUID(), null, null, null, null);
    }

    /** The account, or nothing with a sentence at each field that is wrong. */
    Optional<BankAccount> read(@Nullable BankAccount present, Errors errors) {
        var chosen = Bank.of(text(bank));
        var digits = BankAccount.read(text(number));
        var name = BankAccount.readHolder(text(holder));
        if (chosen.isEmpty()) {
            errors.rejectValue("bank", "bankaccounts.bank.missing");
        }
        if (digits.isEmpty()) {
            errors.rejectValue(
                    "number",
                    text(number).isBlank()
                            ? "bankaccounts.number.missing"
                            : "bankaccounts.number.wrong");
        }
        if (name.isEmpty()) {
            errors.rejectValue(
                    "holder",
                    text(holder).isBlank()
                            ? "bankaccounts.holder.missing"
                            : "bankaccounts.holder.wrong");
        }
        if (errors.hasErrors()) {
            return Optional.empty();
        }
        var typed = new BankAccount(chosen.get(), digits.get(), name.get());
        if (typed.equals(present)) {
            errors.rejectValue("number", "bankaccounts.number.same");
        }
        return Optional.of(typed);
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
