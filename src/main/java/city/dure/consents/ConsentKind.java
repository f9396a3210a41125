package city.dure.consents;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What there is to agree to, each by itself (Personal Information Protection Act, article 22). */
public enum ConsentKind {
    /** That the city collects and uses what membership needs; without it there is none. */
    COLLECTION(true),
    /** That the city hands data on to others (article 17). */
    PROVISION(false),
    /** News of programs and votes, by mail or text message. */
    NEWS(false);

    private final boolean required;

    ConsentKind(boolean required) {
        this.required = required;
    }

    /** Whether nobody can be a member without it. */
    public boolean required() {
        return required;
    }

    /** The code in entries, paths and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The codes of those without which nobody can be a member. */
    static List<String> requiredCodes() {
        return Arrays.stream(values())
                .filter(ConsentKind::required)
                .map(ConsentKind::code)
                .toList();
    }

    /** The kind of a code, if there is one. */
    public static Optional<ConsentKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
