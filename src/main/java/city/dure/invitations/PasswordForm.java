package city.dure.invitations;

import city.dure.identity.Passwords;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How somebody will sign in, by name and password.
 *
 * @param operation makes it count once
 */
record PasswordForm(
        UUID operation,
        @NotBlank(message = "{invitations.name.missing}")
                @Size(max = 40, message = "{invitations.name.long}")
                @Nullable String name,
        @Pattern(regexp = Passwords.USERNAME, message = "{invitations.username.wrong}")
                @Nullable String username,
        @Nullable String password,
        @Nullable String again) {
    static PasswordForm blank(String name) {
        return new PasswordForm(UUID.randomUUID(), name, "", "", "");
    }

    String calledName() {
        return Objects.requireNonNull(name).strip();
    }

    String chosenPassword() {
        return Objects.requireNonNullElse(password, "");
    }

    String chosenUsername() {
        return Objects.requireNonNullElse(username, "").strip();
    }

    /** The message at the password; nothing when it will do. */
    @Nullable String passwordFault() {
        String fault = Passwords.fault(chosenPassword(), chosenUsername());
        return fault == null ? null : "invitations.password." + fault;
    }

    /** Whether the same was typed twice. */
    boolean typedTwice() {
        return chosenPassword().equals(again);
    }

    /** A password stands in no log. */
    @Override
    public String toString() {
        return "PasswordForm[" + operation + "]";
    }
}
