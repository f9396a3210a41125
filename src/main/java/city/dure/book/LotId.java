package city.dure.book;

import city.dure.shared.PublicId;
import city.dure.shared.Subject;
import java.util.UUID;

/** Names a lot of value; written {@code l-…}. */
public record LotId(UUID value) implements Subject {
    private static final String PREFIX = "l";

    static LotId random() {
        return new LotId(UUID.randomUUID());
    }

    /**
     * The id of a written form.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static LotId valueOf(String text) {
        return new LotId(PublicId.read(PREFIX, text));
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
