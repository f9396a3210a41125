package city.dure.storefronts;

import city.dure.shared.PublicId;
import city.dure.shared.Subject;
import java.util.UUID;

/** Names a photo of a shop; written {@code ph-…}. */
public record PhotoId(UUID value) implements Subject {
    private static final String PREFIX = "ph";

    /** A new random id. */
    static PhotoId random() {
        return new PhotoId(UUID.randomUUID());
    }

    /**
     * The id of a written form.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static PhotoId valueOf(String text) {
        return new PhotoId(PublicId.read(PREFIX, text));
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
