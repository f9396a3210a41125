package city.dure.identity;

import city.dure.shared.PublicId;
import city.dure.shared.Subject;
import java.util.UUID;

/** The random id of an account, written {@code u-…}. */
public record AccountId(UUID value) implements Subject {
    private static final String PREFIX = "u";

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException when the text is no account's id
     */
    public static AccountId valueOf(String text) {
        return new AccountId(PublicId.read(PREFIX, text));
    }

    /** Whether a text is an account's id, and not the portal itself or nobody. */
    static boolean names(String text) {
        try {
            valueOf(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public String ref() {
        return PublicId.write(PREFIX, value);
    }

    @Override
    public String toString() {
        return ref();
    }
}
