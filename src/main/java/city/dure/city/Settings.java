package city.dure.city;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
    private final DistrictMap.Addresses inAddresses;

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
        inAddresses = new DistrictMap.Addresses(districts);
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
        return inAddresses.named(address);
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
