package city.dure.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Which entries a list shows; what is null does not limit it.
 *
 * @param role the code of the role that acted
 * @param by the reference of the account that acted
 * @param subject the reference of what the entry is about
 * @param kind the dotted name, all versions
 * @param from the first business day, in Korean time
 * @param to the last business day, included
 * @param includeClosed whether entries are shown whose details the public may not see
 */
public record EntryFilter(
        @Nullable String role,
        @Nullable String by,
        @Nullable String subject,
        @Nullable String kind,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean includeClosed) {
    static final String ANY = "any";
    static final String OPEN = "open";
    private static final String ABOUT = "about:";
    private static final String BY = "by:";

    /** All entries, for those who may see closed ones. */
    public static EntryFilter everything() {
        return new EntryFilter(null, null, null, null, null, null, true);
    }

    /** All open entries. */
    public static EntryFilter everythingOpen() {
        return new EntryFilter(null, null, null, null, null, null, false);
    }

    /** The terms under which an entry must be filed, those that likely have few entries first. */
    List<String> terms() {
        var terms = new ArrayList<String>();
        add(terms, ABOUT, subject);
        add(terms, BY, by);
        add(terms, "kind:", kind);
        add(terms, "role:", role);
        if (!includeClosed) {
            terms.add(OPEN);
        }
        return terms.isEmpty() ? List.of(ANY) : terms;
    }

    /** The terms under which the sealer files an entry. */
    static List<String> termsOf(
            LedgerKind kind, String role, String by, Iterable<String> subjects) {
        var terms = new ArrayList<>(List.of(ANY));
        if (kind.open()) {
            terms.add(OPEN);
        }
        add(terms, "kind:", kind.value());
        add(terms, "role:", role);
        add(terms, BY, by);
        subjects.forEach(subject -> add(terms, ABOUT, subject));
        return terms;
    }

    /** The terms that name a person or a thing, as rows of the ledger's subjects. */
    static void subjectsOf(List<String> terms, BiConsumer<String, String> row) {
        for (String term : terms) {
            if (term.startsWith(ABOUT) || term.startsWith(BY)) {
                int colon = term.indexOf(':');
                row.accept(term.substring(colon + 1), term.substring(0, colon));
            }
        }
    }

    private static void add(List<String> terms, String prefix, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            terms.add(prefix + value);
        }
    }
}
