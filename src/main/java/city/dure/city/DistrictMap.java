package city.dure.city;

import city.dure.outlines.Area;
import city.dure.outlines.Areas;
import city.dure.outlines.ScreenOutlines;
import city.dure.shared.Spot;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/** The districts of one moment with their outlines, and the rule by which a place lies in one. */
public final class DistrictMap {
    private final int version;
    private final List<District> districts;
    private final List<Area> areas;
    private final Areas index;
    private final Addresses addresses;
    private final Set<String> codes;
    private final Supplier<ScreenOutlines> screen;

    DistrictMap(int version, List<District> districts, List<Area> areas) {
        this.version = version;
        this.districts = List.copyOf(districts);
        this.areas = List.copyOf(areas);
        this.index = new Areas(areas);
        this.addresses = new Addresses(districts);
        this.codes = districts.stream().map(District::code).collect(Collectors.toSet());
        this.screen = SingletonSupplier.of(() -> ScreenOutlines.of(areas));
    }

    /** Counts the files that were put into force; 0 before the first. */
    public int version() {
        return version;
    }

    /** The districts in their order. */
    public List<District> districts() {
        return districts;
    }

    /** Whether there are outlines, so that places decide and no longer addresses. */
    public boolean drawn() {
        return !areas.isEmpty();
    }

    /** The outlines for a screen; drawn when first asked for. */
    public ScreenOutlines screen() {
        return screen.get();
    }

    /**
     * The one rule of where a business lies: with outlines, a place lies where it lies, or nowhere.
     * Without a place, or without outlines, it lies where somebody said, as long as there is such a
     * district, or else where its addresses say.
     *
     * @param told the code that was said
     * @param addresses the better one first
     */
    public @Nullable String place(
            @Nullable Spot spot, @Nullable String told, @Nullable String... addresses) {
        if (drawn() && spot != null) {
            return index.at(spot).orElse(null);
        }
        if (told != null && codes.contains(told)) {
            return told;
        }
        return Arrays.stream(addresses)
                .filter(Objects::nonNull)
                .flatMap(address -> this.addresses.named(address).stream())
                .map(District::code)
                .findFirst()
                .orElse(null);
    }

    boolean isEmpty() {
        return districts.isEmpty();
    }

    /** Finds the district that an address names as a word of its own. */
    static final class Addresses {
        private final Map<District, Pattern> words = new LinkedHashMap<>();

        Addresses(List<District> districts) {
            districts.forEach(one -> words.put(one, word(one.name())));
        }

        Optional<District> named(String address) {
            String text = Normalizer.normalize(address, Normalizer.Form.NFC);
            return words.entrySet().stream()
                    .filter(each -> each.getValue().matcher(text).find())
                    .map(Map.Entry::getKey)
                    .findFirst();
        }

        private static Pattern word(String name) {
            return Pattern.compile("(?<![가-힣])" + Pattern.quote(name) + "(?![가-힣])");
        }
    }
}
