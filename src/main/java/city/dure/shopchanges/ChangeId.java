package city.dure.shopchanges;

import city.dure.shared.PublicId;
import city.dure.shared.Subject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Names a request for a change; written {@code c-…}. */
record ChangeId(UUID value) implements Subject {
    private static final String PREFIX = "c";

    static ChangeId random() {
        return new ChangeId(UUID.randomUUID());
    }

    /**
     * The id of a written form.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static ChangeId valueOf(String text) {
        return new ChangeId(PublicId.read(PREFIX, text));
    }

    /** The id of a written form; empty when it is none. */
    static Optional<ChangeId> read(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(ChangeId::valueOf);
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
