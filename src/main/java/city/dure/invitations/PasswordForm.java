package city.dure.invitations;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How somebody will sign in, by name and password. Of the password only its length is asked
 * (reference: NIST SP 800-63B-4 section 3.1.1, 15 characters where it is the only factor), and that
 * it is no repetition and not the sign-in name.
 *
 * @param operation makes it count once
 */
record PasswordForm(
        UUID operation,
        @NotBlank(message = "{invitations.name.missing}")
                @Size(max = 40, message = "{invitations.name.long}")
                @Nullable String name,
        @Pattern(regexp = USERNAME, message = "{invitations.username.wrong}")
                @Nullable String username,
        @Nullable String password,
        @Nullable String again) {
    private static final String USERNAME = "\\s*[A-Za-z0-9][-A-Za-z0-9._@]{2,59}\\s*";
    private static final int SHORTEST = 15;
    private static final int FEWEST_SIGNS = 5;

    /** What bcrypt reads of a password. */
    private static final int MOST_BYTES = 72;

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
        String chosen = chosenPassword();
        if (chosen.codePointCount(0, chosen.length()) < SHORTEST) {
            return "invitations.password.short";
        }
        if (chosen.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return "invitations.password.long";
        }
        boolean guessable =
                chosen.codePoints().distinct().count() < FEWEST_SIGNS
                        || chosen.toLowerCase(Locale.ROOT)
                                        .replace(chosenUsername().toLowerCase(Locale.ROOT), "")
                                        .length()
                                < FEWEST_SIGNS;
        return guessable ? "invitations.password.guessable" : null;
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
