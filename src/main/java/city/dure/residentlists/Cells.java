package city.dure.residentlists;

import city.dure.citizens.Citizens;
import city.dure.citizens.NewCitizen;
import city.dure.citizens.Profile;
import city.dure.citizens.Residents.Listing;
import city.dure.imports.ImportRow;
import city.dure.imports.RowNote;
import city.dure.personal.BirthDate;
import city.dure.personal.EmailAddress;
import city.dure.personal.PersonName;
import city.dure.personal.Phone;
import city.dure.personal.PostalAddress;
import city.dure.shared.Spelling;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the cells of a list of residents. */
final class Cells {
    private static final Pattern DAY = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})");

    private Cells() {}

    /** Why a row cannot be used, cell by cell; empty when it can. */
    static List<RowNote> refusals(ImportRow row, LocalDate today) {
        if (row.values().values().stream().anyMatch(ResidentNumbers::isIn)) {
            return List.of(new RowNote("", "", "residentlists.refused.number", List.of()));
        }
        var notes = new ArrayList<RowNote>();
        wrongName(row.get(Columns.NAME)).ifPresent(why -> notes.add(note(row, Columns.NAME, why)));
        wrongBirth(row.get(Columns.BIRTH), today)
                .ifPresent(why -> notes.add(note(row, Columns.BIRTH, why)));
        if (row.get(Columns.DISTRICT).isEmpty()) {
            notes.add(note(row, Columns.DISTRICT, "district.missing"));
        }
        wrongSince(row, today).ifPresent(why -> notes.add(note(row, Columns.SINCE, why)));
        return notes;
    }

    /** What of a row that was not refused is left out, cell by cell. */
    static List<RowNote> leftOut(ImportRow row) {
        return Stream.of(
                        unread(row, Columns.PHONE, Phone.read(row.get(Columns.PHONE))),
                        unread(row, Columns.EMAIL, EmailAddress.read(row.get(Columns.EMAIL))),
                        unread(row, Columns.ADDRESS, PostalAddress.read(row.get(Columns.ADDRESS))))
                .flatMap(Optional::stream)
                .toList();
    }

    /** What makes two rows the same person. */
    static String key(ImportRow row) {
        return namesake(row) + "|" + apart(row);
    }

    /** What people of the same name have in common who were born on the same day. */
    static String namesake(ImportRow row) {
        return Profile.namesake(name(row), birth(row));
    }

    /** What tells namesakes apart: their phones, or, of those who have none, where they live. */
    static String apart(ImportRow row) {
        return Phone.read(row.get(Columns.PHONE)).map(Phone::digits).orElseGet(() -> home(row));
    }

    private static String home(ImportRow row) {
        return Spelling.of(row.get(Columns.DISTRICT))
                + "|"
                + PostalAddress.read(row.get(Columns.ADDRESS))
                        .map(PostalAddress::household)
                        .orElse("");
    }

    /** The person of a row that was not refused. */
    static Listing listing(ImportRow row, String district, LocalDate today) {
        var profile =
                new Profile(
                        name(row),
                        birth(row),
                        EmailAddress.read(row.get(Columns.EMAIL)).orElse(null),
                        Phone.read(row.get(Columns.PHONE)).orElse(null),
                        PostalAddress.read(row.get(Columns.ADDRESS)).orElse(null));
        LocalDate since = day(row.get(Columns.SINCE));
        var person = new NewCitizen(profile, district, since == null ? today : since);
        return new Listing(person, since != null, row.sharing() > 1);
    }

    private static RowNote note(ImportRow row, String column, String why) {
        return RowNote.on(row, column, "residentlists.refused." + why);
    }

    private static Optional<String> wrongName(String cell) {
        if (cell.isEmpty()) {
            return Optional.of("name.missing");
        }
        return PersonName.read(cell).isEmpty() ? Optional.of("name.wrong") : Optional.empty();
    }

    private static Optional<String> wrongBirth(String cell, LocalDate today) {
        if (cell.isEmpty()) {
            return Optional.of("birth.missing");
        }
        LocalDate day = day(cell);
        if (day == null) {
            return Optional.of("birth.wrong");
        }
        var birth = new BirthDate(day);
        if (!birth.possibleOn(today)) {
            return Optional.of(day.isAfter(today) ? "birth.future" : "birth.old");
        }
        return birth.ageOn(today) < Citizens.YOUNGEST
                ? Optional.of("birth.young")
                : Optional.empty();
    }

    private static Optional<String> wrongSince(ImportRow row, LocalDate today) {
        String cell = row.get(Columns.SINCE);
        LocalDate since = day(cell);
        if (since == null) {
            return cell.isEmpty() ? Optional.empty() : Optional.of("since.wrong");
        }
        if (since.isAfter(today)) {
            return Optional.of("since.future");
        }
        LocalDate born = day(row.get(Columns.BIRTH));
        return born != null && since.isBefore(born) ? Optional.of("since.born") : Optional.empty();
    }

    private static Optional<RowNote> unread(ImportRow row, String column, Optional<?> read) {
        return row.get(column).isEmpty() || read.isPresent()
                ? Optional.empty()
                : Optional.of(RowNote.on(row, column, "residentlists.note." + column));
    }

    private static PersonName name(ImportRow row) {
        return PersonName.read(row.get(Columns.NAME)).orElseThrow();
    }

    private static BirthDate birth(ImportRow row) {
        return new BirthDate(needed(row.get(Columns.BIRTH)));
    }

    private static LocalDate needed(String cell) {
        LocalDate day = day(cell);
        if (day == null) {
            throw new IllegalArgumentException("no day");
        }
        return day;
    }

    /** The day of a cell, with its year in four digits, however it is written; null of none. */
    private static @Nullable LocalDate day(String cell) {
        var parts = DAY.matcher(written(cell));
        if (!parts.matches()) {
            return null;
        }
        try {
            return LocalDate.of(
                    number(parts.group(1)), number(parts.group(2)), number(parts.group(3)));
        } catch (DateTimeException e) {
            return null; // told at the cell
        }
    }

    /**
     * With dashes and without a time of midnight, where it is a day; no digit changes its place.
     */
    private static String written(String cell) {
        return Normalizer.normalize(cell, Normalizer.Form.NFKC)
                .strip()
                .replaceFirst("\\s+0{1,2}(:00){1,2}$", "")
                .replaceFirst("\\s*[.일]$", "")
                .replaceAll("\\s*[-./년월]\\s*", "-")
                .replaceFirst("^([0-9]{4})([0-9]{2})([0-9]{2})$", "$1-$2-$3");
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
