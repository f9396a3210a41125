package city.dure.bankaccounts;

import city.dure.shared.PublicId;
import city.dure.shared.Subject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Names a request for another bank account; written {@code ba-…}. */
record BankChangeId(UUID value) implements Subject {
    private static final String PREFIX = "ba";

    static BankChangeId random() {
        return new BankChangeId(UUID.randomUUID());
    }

    /**
     * The id of a written form.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static BankChangeId valueOf(String text) {
        return new BankChangeId(PublicId.read(PREFIX, text));
    }

    /** The id of a written form; empty when it is none. */
    static Optional<BankChangeId> read(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(BankChangeId::valueOf);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // such as a key of a page that somebody typed
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
