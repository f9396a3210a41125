package city.dure.membership;

import city.dure.city.City;
import city.dure.web.Option;
import java.util.List;

/** The parts of the city to choose from. */
final class Districts {
    private Districts() {}

    static List<Option> options(City city) {
        return city.districts().stream()
                .map(district -> new Option(district.code(), district.label()))
                .toList();
    }

    /** What a part of the city is called; its code once it is gone. */
    static String name(City city, String code) {
        return city.district(code).map(district -> district.label()).orElse(code);
    }
}
