package city.dure.sources;

import city.dure.merchants.Business;
import city.dure.merchants.ListTaking;
import city.dure.merchants.Listing;
import city.dure.merchants.MerchantId;
import city.dure.merchants.MerchantSummary;
import city.dure.shared.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the businesses that a list names for the first time though they are known from elsewhere:
 * by the business number, else by name and address in our spelling. A list never means one business
 * by two keys, so what it names already is not found again.
 */
@Component
class Matching {
    private final ListEntries entries;
    private final ListTaking businesses;

    Matching(ListEntries entries, ListTaking businesses) {
        this.entries = entries;
        this.businesses = businesses;
    }

    /** The business of each of these lines that is known, by the line's key. */
    Map<String, MerchantId> known(String source, List<Listing> lines) {
        if (lines.isEmpty()) {
            return Map.of();
        }
        Map<String, List<MerchantId>> found = byNumber(lines);
        byName(lines, found);
        Set<MerchantId> taken = named(source, found);
        Map<String, MerchantId> known = new HashMap<>();
        for (Listing line : lines) {
            found.getOrDefault(line.key(), List.of()).stream()
                    .filter(taken::add)
                    .findFirst()
                    .ifPresent(merchant -> known.put(line.key(), merchant));
        }
        return known;
    }

    /** A key made of a number is the same in every list. */
    private Map<String, List<MerchantId>> byNumber(List<Listing> lines) {
        Map<String, List<MerchantId>> found = new HashMap<>();
        entries.under(lines.stream().map(Listing::key).toList())
                .forEach(entry ->
                        found.computeIfAbsent(entry.key(), key -> new ArrayList<>())
                                .add(entry.merchant()));
        return found;
    }

    private void byName(List<Listing> lines, Map<String, List<MerchantId>> found) {
        var unknown = lines.stream().filter(line -> !found.containsKey(line.key())).toList();
        var names = unknown.stream().map(line -> line.business().name()).toList();
        Map<String, List<MerchantSummary>> named =
                businesses.named(names).stream()
                        .collect(Collectors.groupingBy(shop -> Spelling.of(shop.name())));
        for (Listing line : unknown) {
            var there =
                    named.getOrDefault(Spelling.of(line.business().name()), List.of()).stream()
                            .filter(shop -> sameAddress(shop.business(), line.business()))
                            .map(MerchantSummary::id)
                            .toList();
            if (!there.isEmpty()) {
                found.put(line.key(), there);
            }
        }
    }

    /** The businesses that this list names under other keys. */
    private Set<MerchantId> named(String source, Map<String, List<MerchantId>> found) {
        var merchants = found.values().stream().flatMap(List::stream).distinct().toList();
        return entries.about(merchants).stream()
                .filter(entry -> entry.source().equals(source))
                .map(ListEntry::merchant)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static boolean sameAddress(Business one, Business other) {
        return Stream.of(
                        new @Nullable String[] {one.roadAddress(), other.roadAddress()},
                        new @Nullable String[] {one.lotAddress(), other.lotAddress()})
                .anyMatch(pair -> same(pair[0], pair[1]));
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one != null && other != null && Spelling.of(one).equals(Spelling.of(other));
    }
}
