package city.dure.lookups;

import city.dure.citizens.Citizen;
import city.dure.citizens.Citizens;
import city.dure.personal.BirthDate;
import city.dure.personal.PersonName;
import city.dure.personal.Phone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By what a citizen is looked for: a phone, or a name with either the end of a phone or a birth
 * date.
 */
public record Search(
        @Nullable Phone phone,
        @Nullable PersonName name,
        @Nullable String lastFour,
        @Nullable BirthDate birth) {
    /** By what it is searched, as the access record has it; never the value. */
    String fields() {
        if (phone != null) {
            return "phone";
        }
        return lastFour != null ? "phone_end,name" : "name,birth";
    }

    /** Those whom it finds. */
    List<Citizen> in(Citizens register) {
        if (phone != null) {
            return register.find(phone);
        }
        if (name != null && lastFour != null) {
            return register.find(name, lastFour);
        }
        return name != null && birth != null ? register.find(name, birth) : List.of();
    }
}
