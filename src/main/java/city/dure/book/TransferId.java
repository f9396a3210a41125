package city.dure.book;

import city.dure.shared.PublicId;
import city.dure.shared.Subject;
import java.util.UUID;

/** Names a transfer; written {@code t-…}. */
public record TransferId(UUID value) implements Subject {
    private static final String PREFIX = "t";

    static TransferId random() {
        return new TransferId(UUID.randomUUID());
    }

    /**
     * The id of a written form.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static TransferId valueOf(String text) {
        return new TransferId(PublicId.read(PREFIX, text));
    }

    /** Its last four letters, by which people tell transfers of one shop apart. */
    public String end() {
        String ref = ref();
        return ref.substring(ref.length() - 4);
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
