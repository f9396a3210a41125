package city.dure.shared;

import java.util.Arrays;
import java.util.Optional;

/** Where a purse's money comes from, as far as it decides where it may be spent. */
public enum MoneyKind {
    /** What citizens bought themselves, with the city's bonus. */
    GENERAL("general"),
    /** Allowances granted to entitled persons. */
    POLICY("policy"),
    /** Points for riding a bus, saving power and the like. */
    POINTS("points"),
    /** Credits for volunteer hours. */
    VOLUNTEER("volunteer");

    private final String code;

    MoneyKind(String code) {
        this.code = code;
    }

    /** The stable code, as written in entries and settings. */
    public String code() {
        return code;
    }

    /** The kind of a code, if there is one. */
    public static Optional<MoneyKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
