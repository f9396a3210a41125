package city.dure.city;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** All settings of the city as they stood at one moment. */
final class Settings {
    private static final int TELLING = 2;

    final CityProfile profile;
    final List<District> districts;
    final List<Category> categories;
    private final Map<String, District> districtsByCode;
    private final Map<String, Category> categoriesByCode;
    private final Map<String, Category> categoriesByListName = new HashMap<>();
    private final List<String> listNames;
    private final Map<District, Pattern> inAddresses;

    Settings(CityProfile profile, List<District> districts, List<Category> categories) {
        this.profile = profile;
        this.districts = List.copyOf(districts);
        this.categories = List.copyOf(categories);
        districtsByCode = byKey(districts, District::code);
        categoriesByCode = byKey(categories, Category::code);
        for (Category category : categories) {
            categoriesByListName.put(spelling(category.name()), category);
            category.listNames().forEach(n -> categoriesByListName.put(spelling(n), category));
        }
        listNames =
                categoriesByListName.keySet().stream()
                        .filter(name -> name.length() >= TELLING)
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList();
        inAddresses =
                districts.stream()
                        .collect(Collectors.toMap(Function.identity(), d -> word(d.name())));
    }

    Optional<District> district(String code) {
        return Optional.ofNullable(districtsByCode.get(code));
    }

    Optional<Category> category(String code) {
        return Optional.ofNullable(categoriesByCode.get(code));
    }

    /** By the whole name, or else by the longest known name within it. */
    Optional<Category> categoryOf(String listName) {
        String text = spelling(listName);
        return Optional.ofNullable(categoriesByListName.get(text))
                .or(() ->
                        listNames.stream()
                                .filter(text::contains)
                                .findFirst()
                                .map(categoriesByListName::get));
    }

    Optional<District> districtOf(String address) {
        String text = Normalizer.normalize(address, Normalizer.Form.NFC);
        return inAddresses.entrySet().stream()
                .filter(each -> each.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Pattern word(String name) {
        return Pattern.compile("(?<![가-힣])" + Pattern.quote(name) + "(?![가-힣])");
    }

    private static String spelling(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("[\\s\\p{Zs}·,/()]+", "")
                .toLowerCase(java.util.Locale.ROOT);
    }

    private static <T> Map<String, T> byKey(List<T> all, Function<T, String> key) {
        return all.stream().collect(Collectors.toMap(key, Function.identity()));
    }
}
