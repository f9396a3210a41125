package city.dure.intake;

import city.dure.shared.PublicId;
import java.util.UUID;

/** Names an application that is still being written. */
record DraftId(UUID value) {
    private static final String PREFIX = "d";

    static DraftId random() {
        return new DraftId(UUID.randomUUID());
    }

    /**
     * The id of a written form.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static DraftId valueOf(String text) {
        return new DraftId(PublicId.read(PREFIX, text));
    }

    @Override
    public String toString() {
        return PublicId.write(PREFIX, value);
    }
}
