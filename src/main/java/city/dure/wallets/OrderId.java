package city.dure.wallets;

import city.dure.shared.PublicId;
import city.dure.shared.Subject;
import java.util.UUID;

/** Names a top-up that somebody asked for; written {@code o-…}. */
public record OrderId(UUID value) implements Subject {
    private static final String PREFIX = "o";

    static OrderId random() {
        return new OrderId(UUID.randomUUID());
    }

    /**
     * The id of a written form.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static OrderId valueOf(String text) {
        return new OrderId(PublicId.read(PREFIX, text));
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
