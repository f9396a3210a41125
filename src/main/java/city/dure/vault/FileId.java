package city.dure.vault;

import city.dure.shared.PublicId;
import city.dure.shared.Subject;
import java.util.UUID;

/** Names a file in the vault. */
public record FileId(UUID value) implements Subject {
    private static final String PREFIX = "f";

    static FileId random() {
        return new FileId(UUID.randomUUID());
    }

    /**
     * The id of its written form.
     *
     * @throws IllegalArgumentException when it is not one
     */
    public static FileId valueOf(String text) {
        return new FileId(PublicId.read(PREFIX, text));
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
