package city.dure.city;

import city.dure.shared.PublicId;
import city.dure.shared.Subject;
import java.util.UUID;

/** Names a city. */
public record CityId(UUID value) implements Subject {
    @Override
    public String ref() {
        return PublicId.write("c", value);
    }

    /**
     * The id of a written form.
     *
     * @throws IllegalArgumentException when the text is no city's id
     */
    public static CityId valueOf(String text) {
        return new CityId(PublicId.read("c", text));
    }
}
