package city.dure.merchants;

import city.dure.shared.PublicId;
import city.dure.shared.Subject;
import java.util.UUID;

/** Names a business, listed or merchant; written {@code m-…}. */
public record MerchantId(UUID value) implements Subject {
    /** The prefix of the written form. */
    public static final String PREFIX = "m";

    /** A new random id. */
    public static MerchantId random() {
        return new MerchantId(UUID.randomUUID());
    }

    /**
     * The id of a written form.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static MerchantId valueOf(String text) {
        return new MerchantId(PublicId.read(PREFIX, text));
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
