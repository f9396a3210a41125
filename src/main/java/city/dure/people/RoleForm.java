package city.dure.people;

import jakarta.validation.constraints.NotBlank;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A role to be granted, as typed. */
record RoleForm(
        @NotBlank(message = "{people.staff.role.missing}") @Nullable String role,
        @NotBlank(message = "{people.staff.until.missing}") @Nullable String until,
        UUID operation) {
    static RoleForm blank(String until) {
        return new RoleForm("", until, UUID.randomUUID());
    }
}
