package city.dure.city;

import city.dure.shared.MoneyKind;
import java.util.List;
import java.util.Set;

/**
 * A kind of business.
 *
 * @param code stable, stands in entries
 * @param version counts its changes, from 1
 * @param excludedFor the kinds of money that its shops may not accept
 * @param listNames what open lists call it
 */
public record Category(
        String code,
        int version,
        String name,
        String nameEn,
        Set<MoneyKind> excludedFor,
        List<String> listNames) {
    public Category {
        excludedFor = Set.copyOf(excludedFor);
        listNames = List.copyOf(listNames);
    }

    /** The name in the language of the page. */
    public String label() {
        return Spoken.of(name, nameEn);
    }

    /** Whether its shops may accept this kind of money. */
    public boolean accepts(MoneyKind kind) {
        return !excludedFor.contains(kind);
    }

    /** Whether its shops may accept no money at all, and so never become merchants. */
    public boolean barred() {
        return excludedFor.size() == MoneyKind.values().length;
    }

    /** The codes of the kinds of money that its shops may not accept, in their order. */
    public List<String> excludedCodes() {
        return excludedFor.stream().sorted().map(MoneyKind::code).toList();
    }

    Category next() {
        return new Category(code, version + 1, name, nameEn, excludedFor, listNames);
    }
}
