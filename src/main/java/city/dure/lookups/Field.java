package city.dure.lookups;

import static java.util.stream.Collectors.joining;

import city.dure.citizens.Profile;
import city.dure.personal.Personal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One value of a citizen, seen masked, and in plain only by itself. */
public enum Field {
    NAME(Profile::name),
    BIRTH(Profile::birth),
    PHONE(Profile::phone),
    EMAIL(Profile::email),
    ADDRESS(Profile::address);

    private final Function<Profile, @Nullable Personal> value;

    Field(Function<Profile, @Nullable Personal> value) {
        this.value = value;
    }

    /** The code in access records, forms and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The value; null where there is none. */
    public @Nullable Personal of(Profile profile) {
        return value.apply(profile);
    }

    /** The field of a code, if there is one. */
    public static Optional<Field> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }

    /** The codes of those that a profile has, as the access record writes them. */
    static String codes(Profile profile) {
        return Arrays.stream(values())
                .filter(field -> field.of(profile) != null)
                .map(Field::code)
                .collect(joining(","));
    }
}
