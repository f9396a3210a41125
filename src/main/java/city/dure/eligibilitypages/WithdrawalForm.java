package city.dure.eligibilitypages;

import city.dure.eligibility.Declarations.Mistake;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * Why a turnover was noted by mistake, as chosen.
 *
 * @param operation makes it count once
 * @param version what was shown of it
 */
record WithdrawalForm(UUID operation, int version, @Nullable String reason) {
    static final WithdrawalForm BLANK = new WithdrawalForm(new UUID(0, 0), 0, null);

    /** The reason; empty, and the errors say so, when none was chosen. */
    Optional<Mistake> read(Errors errors) {
        var chosen =
                Arrays.stream(Mistake.values())
                        .filter(each -> each.code().equals(reason))
                        .findFirst();
        if (chosen.isEmpty()) {
            errors.rejectValue("reason", "eligibility.mistake.missing");
        }
        return chosen;
    }
}
