package city.dure.applications;

import city.dure.shared.PublicId;
import city.dure.shared.Subject;
import java.util.UUID;

/** Names an application of a shop; written {@code a-…}. */
public record ApplicationId(UUID value) implements Subject {
    static final String PREFIX = "a";

    /** A new random id. */
    static ApplicationId random() {
        return new ApplicationId(UUID.randomUUID());
    }

    /**
     * The id of a written form.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static ApplicationId valueOf(String text) {
        return new ApplicationId(PublicId.read(PREFIX, text));
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
