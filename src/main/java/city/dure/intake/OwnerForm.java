package city.dure.intake;

import city.dure.personal.Bank;
import city.dure.personal.BankAccount;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** The step about the owner and where the money goes. */
record OwnerForm(
        @NotBlank(message = "{intake.owner.ownerName.missing}")
                @Size(max = 50, message = "{intake.owner.ownerName.long}")
                @Nullable String ownerName,
        @NotBlank(message = "{intake.owner.ownerPhone.missing}")
                @Pattern(regexp = ShopForm.PHONE, message = "{intake.phone.wrong}")
                @Nullable String ownerPhone,
        @NotBlank(message = "{intake.owner.bank.missing}") @Nullable String bank,
        @Nullable String account) {
    static OwnerForm of(Answers answers) {
        return new OwnerForm(
                answers.ownerName(), answers.ownerPhone(), answers.bank(), answers.account());
    }

    void checkAccount(Errors errors) {
        String written = account == null ? "" : account.strip();
        if (written.isEmpty()) {
            errors.rejectValue("account", "intake.owner.account.missing");
        } else if (BankAccount.read(written).isEmpty()) {
            errors.rejectValue("account", "intake.owner.account.wrong");
        }
        if (bank != null && !bank.isBlank() && Bank.of(bank).isEmpty()) {
            errors.rejectValue("bank", "intake.owner.bank.missing");
        }
    }
}
