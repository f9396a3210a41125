package city.dure.eligibilitypages;

import city.dure.eligibility.Rule;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of one kind of money, as typed.
 *
 * @param kind its code
 * @param ceiling won; blank for none
 * @param ceilings other ceilings, a line each: the code of a category and won
 * @param undeclared whether shops that declared nothing may accept it
 * @param districts codes
 * @param networks codes
 */
record KindForm(
        @Nullable String kind,
        @Nullable String ceiling,
        @Nullable String ceilings,
        @Nullable Boolean undeclared,
        @Nullable List<String> districts,
        @Nullable List<String> networks) {
    private static final Pattern WON = Pattern.compile("[0-9][0-9,]{0,17}\\s*원?");

    static KindForm of(String kind, Rule rule) {
        return new KindForm(
                kind,
                rule.ceiling() == null ? "" : Long.toString(rule.ceiling()),
                rule.ceilings().entrySet().stream()
                        .map(each -> each.getKey() + " " + each.getValue())
                        .sorted()
                        .collect(Collectors.joining("\n")),
                rule.undeclared(),
                rule.districts().stream().sorted().toList(),
                rule.networks().stream().sorted().toList());
    }

    /** Whether the ceiling is blank or a sum. */
    boolean ceilingReads() {
        return text(ceiling).isEmpty() || won(text(ceiling)).isPresent();
    }

    /** The first line of the other ceilings that cannot be read, or names no such category. */
    Optional<String> unreadable(Set<String> categories) {
        return text(ceilings)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .filter(line ->
                        line(line).filter(known -> categories.contains(known.getKey())).isEmpty())
                .findFirst();
    }

    /** A category that has two ceilings. */
    Optional<String> repeated() {
        var seen = new HashSet<String>();
        return text(ceilings)
                .lines()
                .flatMap(line -> line(line.strip()).stream())
                .map(Map.Entry::getKey)
                .filter(code -> !seen.add(code))
                .findFirst();
    }

    Rule rule() {
        var others = new LinkedHashMap<String, Long>();
        text(ceilings)
                .lines()
                .flatMap(line -> line(line.strip()).stream())
                .forEach(each -> others.put(each.getKey(), each.getValue()));
        return new Rule(
                won(text(ceiling)).orElse(null),
                others,
                Boolean.TRUE.equals(undeclared),
                new HashSet<>(Objects.requireNonNullElse(districts, List.of())),
                new HashSet<>(Objects.requireNonNullElse(networks, List.of())));
    }

    /** A sum of won, with or without commas and its unit. */
    static Optional<Long> won(String typed) {
        return WON.matcher(typed).matches()
                ? Optional.of(Long.parseLong(typed.replaceAll("[^0-9]", "")))
                : Optional.empty();
    }

    private static Optional<Map.Entry<String, Long>> line(String line) {
        String[] parts = line.split("\\s+", 2);
        return Arrays.stream(parts)
                .skip(1)
                .flatMap(sum -> won(sum.strip()).stream())
                .map(sum -> Map.entry(parts[0], sum))
                .findFirst();
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
