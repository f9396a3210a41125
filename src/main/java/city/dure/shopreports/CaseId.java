package city.dure.shopreports;

import city.dure.shared.PublicId;
import city.dure.shared.Subject;
import java.util.UUID;

/** Names what officials settle at once; written {@code rc-…}. */
record CaseId(UUID value) implements Subject {
    static final String PREFIX = "rc";

    static CaseId random() {
        return new CaseId(UUID.randomUUID());
    }

    /**
     * The id of a written form.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static CaseId valueOf(String text) {
        return new CaseId(PublicId.read(PREFIX, text));
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
