package city.dure.citizens;

import city.dure.personal.BirthDate;
import city.dure.personal.EmailAddress;
import city.dure.personal.PersonName;
import city.dure.personal.Phone;
import city.dure.personal.PostalAddress;
import city.dure.vault.NewSubject;
import city.dure.vault.Vault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the city keeps about a person; each value shows itself masked. */
public record Profile(
        PersonName name,
        BirthDate birth,
        @Nullable EmailAddress email,
        @Nullable Phone phone,
        @Nullable PostalAddress address) {
    static final String NAME = "citizen-name";
    static final String BIRTH = "citizen-birth";
    static final String EMAIL = "citizen-email";
    static final String PHONE = "citizen-phone";
    static final String ADDRESS = "citizen-address";

    /** Marks: name and birth date, last four digits and name, household. */
    static final String NAME_BIRTH = "citizen-name-birth";

    static final String END_NAME = "citizen-end-name";
    static final String HOUSEHOLD = "citizen-household";

    static Profile of(Map<String, String> kept) {
        return new Profile(
                new PersonName(kept.getOrDefault(NAME, "")),
                new BirthDate(LocalDate.parse(Objects.requireNonNull(kept.get(BIRTH)))),
                read(kept.get(EMAIL), EmailAddress::new),
                read(kept.get(PHONE), Phone::new),
                read(kept.get(ADDRESS), PostalAddress::new));
    }

    NewSubject newSubject(CitizenId id) {
        return new NewSubject(id.ref(), values(), marks());
    }

    /** Keeps it of a citizen in place of what was kept before. */
    void keep(Vault vault, CitizenId id, Profile before) {
        before.values().keySet().forEach(field -> vault.remove(id.ref(), field));
        before.marks().keySet().forEach(field -> vault.remove(id.ref(), field));
        values().forEach((field, value) -> vault.put(id.ref(), field, value));
        marks().forEach((field, text) -> vault.mark(id.ref(), field, text));
    }

    Map<String, String> values() {
        var values = new TreeMap<String, String>();
        values.put(NAME, name.plain());
        values.put(BIRTH, birth.plain());
        put(values::put, EMAIL, email, EmailAddress::plain);
        put(values::put, PHONE, phone, Phone::digits);
        put(values::put, ADDRESS, address, PostalAddress::plain);
        return values;
    }

    Map<String, String> marks() {
        var marks = new TreeMap<String, String>();
        marks.put(NAME_BIRTH, nameAndBirth(name, birth));
        put(marks::put, PHONE, phone, Phone::digits);
        put(marks::put, END_NAME, phone, each -> endAndName(each.lastFour(), name));
        put(marks::put, HOUSEHOLD, address, PostalAddress::household);
        return marks;
    }

    /** The names, as the ledger writes them, of the values that differ. */
    List<String> differing(Profile other) {
        var names = new ArrayList<String>();
        add(names, "name", name, other.name);
        add(names, "birth_date", birth, other.birth);
        add(names, "email", email, other.email);
        add(names, "phone", phone, other.phone);
        add(names, "address", address, other.address);
        return names;
    }

    /** The same for all of this name who were born on this day, however it is written. */
    public static String namesake(PersonName name, BirthDate birth) {
        return Vault.compared(nameAndBirth(name, birth));
    }

    /** The same, with the addresses and the phone that a newer list names. */
    Profile renewed(Profile list) {
        return new Profile(
                name,
                birth,
                list.email == null ? email : list.email,
                list.phone == null ? phone : list.phone,
                list.address == null ? address : list.address);
    }

    static String nameAndBirth(PersonName name, BirthDate birth) {
        return name.plain() + "|" + birth.plain();
    }

    static String endAndName(String lastFour, PersonName name) {
        return lastFour + "|" + name.plain();
    }

    private static void add(
            List<String> names, String name, @Nullable Object one, @Nullable Object other) {
        if (!Objects.equals(one, other)) {
            names.add(name);
        }
    }

    private static <T> @Nullable T read(@Nullable String text, Function<String, T> reader) {
        return text == null ? null : reader.apply(text);
    }

    private static <T> void put(
            BiConsumer<String, String> to,
            String field,
            @Nullable T value,
            Function<T, String> text) {
        if (value != null) {
            to.accept(field, text.apply(value));
        }
    }
}
