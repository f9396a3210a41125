package city.dure.portal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which of our small pictures stands for a kind of business. */
final class CategoryIcons {
    private static final Map<String, List<String>> ICONS =
            Map.ofEntries(
                    Map.entry("bowl", List.of("korean", "world", "snack", "restaurant")),
                    Map.entry("cup", List.of("cafe", "pub")),
                    Map.entry("bread", List.of("bakery")),
                    Map.entry("scissors", List.of("beauty")),
                    Map.entry("book", List.of("academy", "books")),
                    Map.entry("health", List.of("pharmacy", "clinic", "optician")),
                    Map.entry("tool", List.of("laundry", "repair")),
                    Map.entry("play", List.of("karaoke")),
                    Map.entry("screen", List.of("pcroom")),
                    Map.entry("ball", List.of("sports")),
                    Map.entry("bed", List.of("bath", "lodging")),
                    Map.entry("basket", List.of("market", "mart", "convenience")),
                    Map.entry("hanger", List.of("clothing")));

    private static final Map<String, String> BY_CATEGORY =
            ICONS.entrySet().stream()
                    .flatMap(each -> each.getValue().stream().map(code -> Map.entry(code, each)))
                    .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().getKey()));

    private CategoryIcons() {}

    /** The symbol in {@code icons.svg}; a shop for kinds without their own. */
    static String of(String category) {
        return BY_CATEGORY.getOrDefault(category, "shop");
    }
}
