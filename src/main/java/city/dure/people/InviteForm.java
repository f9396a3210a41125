package city.dure.people;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A colleague to invite, as typed.
 *
 * @param number the staff number; tells two accounts of one person apart from two persons
 * @param role to be asked for at once
 * @param until the last day of the role
 */
record InviteForm(
        UUID operation,
        @NotBlank(message = "{people.invite.name.missing}")
                @Size(max = 40, message = "{people.invite.name.long}")
                @Nullable String name,
        @NotBlank(message = "{people.invite.number.missing}")
                @Pattern(regexp = NumberForm.NUMBER, message = "{people.invite.number.wrong}")
                @Nullable String number,
        @NotBlank(message = "{people.staff.role.missing}") @Nullable String role,
        @NotBlank(message = "{people.staff.until.missing}") @Nullable String until) {
    static InviteForm blank(String until) {
        return new InviteForm(UUID.randomUUID(), "", "", "", until);
    }
}
