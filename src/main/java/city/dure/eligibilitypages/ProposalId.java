package city.dure.eligibilitypages;

import city.dure.shared.PublicId;
import city.dure.shared.Subject;
import java.util.UUID;

/** The random id of rules that were asked for, written {@code rp-…}. */
record ProposalId(UUID value) implements Subject {
    private static final String PREFIX = "rp";

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException when the text is no such id
     */
    public static ProposalId valueOf(String text) {
        return new ProposalId(PublicId.read(PREFIX, text));
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
