package city.dure.storefronts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why officials take a photo of a shop down; the codes stand in entries. */
public enum TakenReason {
    /** Faces of people or number plates can be told. */
    FACES,
    /** It shows another shop. */
    OTHER_SHOP,
    /** Nobody should have to see it. */
    UNFIT,
    /** Whoever has the right to it asked for it. */
    COPYRIGHT;

    /** Its code in forms and entries. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The reason with this code; empty when there is none. */
    public static Optional<TakenReason> of(@Nullable String code) {
        return Arrays.stream(values()).filter(reason -> reason.code().equals(code)).findAny();
    }
}
