package city.dure.signup;

import city.dure.identity.Passwords;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * How somebody new will sign in, as typed.
 *
 * @param operation makes it count once
 */
record SignUpForm(
        UUID operation,
        @Nullable String username,
        @Nullable String password,
        @Nullable String again) {
    static SignUpForm blank() {
        return new SignUpForm(UUID.randomUUID(), "", "", "");
    }

    void check(Errors errors) {
        if (!chosenName().matches(Passwords.USERNAME)) {
            errors.rejectValue("username", "signup.username.wrong");
        }
        String fault = Passwords.fault(chosenPassword(), chosenName());
        if (fault != null) {
            errors.rejectValue("password", "signup.password." + fault);
        } else if (!chosenPassword().equals(again)) {
            errors.rejectValue("again", "signup.again.differs");
        }
    }

    String chosenName() {
        return Objects.requireNonNullElse(username, "").strip();
    }

    String chosenPassword() {
        return Objects.requireNonNullElse(password, "");
    }

    /** A password stands in no log. */
    @Override
    public String toString() {
        return "SignUpForm[" + operation + "]";
    }
}
