package city.dure.citizens;

import city.dure.shared.PublicId;
import city.dure.shared.Subject;
import java.util.UUID;

/** The random id of a citizen, written {@code c-…}. */
public record CitizenId(UUID value) implements Subject {
    /** The prefix of its written form. */
    public static final String PREFIX = "c";

    static CitizenId random() {
        return new CitizenId(UUID.randomUUID());
    }

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException when the text is no citizen's id
     */
    public static CitizenId valueOf(String text) {
        return new CitizenId(PublicId.read(PREFIX, text));
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
