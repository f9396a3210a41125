package city.dure.cards;

import city.dure.shared.PublicId;
import city.dure.shared.Subject;
import java.util.UUID;

/** Names a card, and is no part of its number; written {@code k-…}. */
public record CardId(UUID value) implements Subject {
    private static final String PREFIX = "k";

    static CardId random() {
        return new CardId(UUID.randomUUID());
    }

    /**
     * The id of a written form.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static CardId valueOf(String text) {
        return new CardId(PublicId.read(PREFIX, text));
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
