package city.dure.citizens;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a code is sent, to prove that its reader reads there. */
public enum Channel {
    EMAIL,
    PHONE;

    /** The code in entries, paths and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The channel of a code, if there is one. */
    public static Optional<Channel> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
