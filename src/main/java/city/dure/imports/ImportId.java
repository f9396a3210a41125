package city.dure.imports;

import city.dure.shared.PublicId;
import city.dure.shared.Subject;
import java.util.UUID;

/** Names one run of one uploaded list. */
public record ImportId(UUID value) implements Subject {
    /** A new, random id. */
    public static ImportId random() {
        return new ImportId(UUID.randomUUID());
    }

    /**
     * The id of its written form, as it stands in URLs.
     *
     * @throws IllegalArgumentException when the text is no such id
     */
    public static ImportId valueOf(String text) {
        return new ImportId(PublicId.read("i", text));
    }

    @Override
    public String ref() {
        return PublicId.write("i", value);
    }

    @Override
    public String toString() {
        return ref();
    }
}
