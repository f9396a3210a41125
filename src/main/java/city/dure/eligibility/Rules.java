package city.dure.eligibility;

import city.dure.shared.MoneyKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All rules that hold at one time.
 *
 * @param version 0 for those of the national guideline, with which a city begins
 * @param noticedOn when the city announced them
 * @param from the minute from which they hold
 */
public record Rules(int version, LocalDate noticedOn, Instant from, Map<MoneyKind, Rule> byKind) {
    /**
     * The yearly turnover above which shops do not accept discounted money, in won (national
     * guideline on local currencies, 2023); money without a discount has no such ceiling.
     */
    public static final long NATIONAL_CEILING = 3_000_000_000L;

    public Rules {
        byKind = Map.copyOf(byKind);
    }

    /** What holds until the city decides otherwise. */
    public static Rules national() {
        var rules = new EnumMap<MoneyKind, Rule>(MoneyKind.class);
        Arrays.stream(MoneyKind.values()).forEach(kind -> rules.put(kind, Rule.FREE));
        rules.put(MoneyKind.GENERAL, Rule.FREE.upTo(NATIONAL_CEILING));
        return new Rules(0, LocalDate.EPOCH, Instant.EPOCH, rules);
    }

    /** The rule of one kind of money. */
    public Rule of(MoneyKind kind) {
        return byKind.getOrDefault(kind, Rule.FREE);
    }

    /** The same, announced on another day. */
    public Rules announcedOn(LocalDate day) {
        return new Rules(version, day, from, byKind);
    }

    /** The same under a number. */
    Rules numbered(int number) {
        return new Rules(number, noticedOn, from, byKind);
    }

    /** As the ledger tells them, sorted: each condition under {@code kind.condition}. */
    public Map<String, String> written() {
        var told = new TreeMap<String, String>();
        byKind.forEach((kind, rule) -> tell(told, kind.code(), rule));
        return told;
    }

    private static void tell(Map<String, String> told, String kind, Rule rule) {
        told.put(kind + ".undeclared", rule.undeclared() ? "yes" : "no");
        if (rule.ceiling() != null) {
            told.put(kind + ".ceiling", Long.toString(rule.ceiling()));
        }
        rule.ceilings()
                .forEach((category, won) ->
                        told.put(kind + ".ceiling." + category, Long.toString(won)));
        tell(told, kind + ".districts", rule.districts());
        tell(told, kind + ".networks", rule.networks());
    }

    private static void tell(Map<String, String> told, String key, Set<String> codes) {
        if (!codes.isEmpty()) {
            told.put(key, codes.stream().sorted().collect(Collectors.joining(" ")));
        }
    }
}
