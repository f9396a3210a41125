package city.dure.canary;

import city.dure.citizens.Profile;
import city.dure.personal.BirthDate;
import city.dure.personal.EmailAddress;
import city.dure.personal.PersonName;
import city.dure.personal.Phone;
import city.dure.personal.PostalAddress;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/** A person all of whose values are like nothing else, so that each is known wherever it stands. */
record Canary(Profile profile, String street, String account, String username, String password) {
    static Canary hatch() {
        String street = hangul(6);
        var profile =
                new Profile(
                        new PersonName(hangul(5)),
                        new BirthDate(LocalDate.of(1921, 1, 1).plusDays(any(6_500))),
                        new EmailAddress(letters(14) + "@example.kr"),
                        new Phone("010%08d".formatted(any(100_000_000))),
                        new PostalAddress("한들시 " + street + " 12-3"));
        return new Canary(
                profile,
                street,
                "%014d".formatted(ThreadLocalRandom.current().nextLong(100_000_000_000_000L)),
                letters(12),
                letters(16));
    }

    /** All that must stand nowhere in plain. */
    List<String> secrets() {
        Phone phone = phone();
        return List.of(
                profile.name().plain(),
                profile.birth().plain(),
                email(),
                phone.digits(),
                phone.plain(),
                street,
                account,
                username,
                password);
    }

    Phone phone() {
        return Objects.requireNonNull(profile.phone());
    }

    String email() {
        return Objects.requireNonNull(profile.email()).plain();
    }

    private static String hangul(int length) {
        var text = new StringBuilder();
        ThreadLocalRandom.current().ints(length, 0xAC00, 0xD7A4).forEach(text::appendCodePoint);
        return text.toString();
    }

    private static String letters(int length) {
        var text = new StringBuilder();
        ThreadLocalRandom.current().ints(length, 'a', 'z' + 1).forEach(text::appendCodePoint);
        return text.toString();
    }

    private static int any(int bound) {
        return ThreadLocalRandom.current().nextInt(bound);
    }
}
