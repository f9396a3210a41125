package city.dure.wallets;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toList;

import city.dure.book.Lot;
import city.dure.shared.Days;
import city.dure.shared.MoneyKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Money of one kind, with its conditions.
 *
 * @param total in won
 */
record Purse(MoneyKind kind, long total, List<Part> parts) {
    /**
     * What can be used under the same conditions.
     *
     * @param until the last day; null for ever
     * @param own whether the citizen paid for it
     */
    record Part(long amount, @Nullable LocalDate until, boolean own) {}

    private record Conditions(@Nullable LocalDate until, boolean own) {}

    /** The purses of lots, in the order in which they are spent. */
    static List<Purse> of(List<Lot> lots) {
        var byKind =
                lots.stream()
                        .collect(
                                groupingBy(
                                        lot -> lot.terms().kind(), LinkedHashMap::new, toList()));
        var purses = new ArrayList<Purse>();
        byKind.forEach((kind, some) -> purses.add(purse(kind, some)));
        return purses;
    }

    private static Purse purse(MoneyKind kind, List<Lot> lots) {
        var sums =
                lots.stream()
                        .collect(
                                groupingBy(
                                        Purse::conditions,
                                        LinkedHashMap::new,
                                        summingLong(Lot::remaining)));
        var parts = new ArrayList<Part>();
        sums.forEach((it, amount) -> parts.add(new Part(amount, it.until(), it.own())));
        return new Purse(kind, parts.stream().mapToLong(Part::amount).sum(), parts);
    }

    private static Conditions conditions(Lot lot) {
        var end = lot.terms().expiresAt();
        LocalDate until = end == null ? null : Days.of(end.minusMillis(1));
        return new Conditions(until, lot.terms().own());
    }

    /** The kind, for message keys. */
    public String code() {
        return kind.code();
    }
}
