package city.dure.city;

import city.dure.audit.CodeNames;
import city.dure.audit.SubjectNames;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the ledger's sentences call the city, its districts and its categories. */
@Configuration
class CityNames {
    @Bean
    SubjectNames cityName(City city) {
        return new SubjectNames() {
            @Override
            public String prefix() {
                return "c";
            }

            @Override
            public Map<String, String> names(Collection<String> refs) {
                var profile = city.profile();
                return refs.contains(profile.id().ref())
                        ? Map.of(profile.id().ref(), profile.label())
                        : Map.of();
            }
        };
    }

    @Bean
    CodeNames districtNames(City city) {
        return names("district", code -> city.district(code).map(District::label));
    }

    @Bean
    CodeNames categoryNames(City city) {
        return names("category", code -> city.category(code).map(Category::label));
    }

    private static CodeNames names(String key, Function<String, Optional<String>> name) {
        return new CodeNames() {
            @Override
            public String key() {
                return key;
            }

            @Override
            public Map<String, String> names(Collection<String> codes) {
                var names = new HashMap<String, String>();
                codes.forEach(code -> name.apply(code).ifPresent(n -> names.put(code, n)));
                return names;
            }
        };
    }
}
