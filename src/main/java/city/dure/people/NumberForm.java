package city.dure.people;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A staff number, as typed. */
record NumberForm(
        UUID operation,
        @NotBlank(message = "{people.invite.number.missing}")
                @Pattern(regexp = NUMBER, message = "{people.invite.number.wrong}")
                @Nullable String number) {
    /** Letters and digits, at most 20; blank ones are told as missing. */
    static final String NUMBER = "\\s*|\\s*[A-Za-z0-9]{1,20}\\s*";
}
