package city.dure.districts;

import city.dure.outlines.OutlineFile;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Which properties of a file name a district, in which languages and numbers; empty text for none.
 */
record Columns(String name, String nameEn, String ministry, String kostat) {
    static final Columns NONE = new Columns("", "", "", "");

    private static final List<String> NAMES =
            List.of("adm_nm", "emd_kor_nm", "emd_nm", "dong_nm", "name", "nm", "행정동명", "읍면동명");
    private static final List<String> ENGLISH =
            List.of("emd_eng_nm", "adm_nm_en", "name_eng", "name_en", "eng_nm");
    private static final List<String> MINISTRY = List.of("adm_cd2", "adm_cd_h", "행정동코드");
    private static final List<String> KOSTAT = List.of("adm_cd", "adm_dr_cd");

    /** The columns by the names that such files give them, and by what stands in them. */
    static Columns guess(List<OutlineFile.Property> properties) {
        String ministry = find(properties, MINISTRY, Columns::isMinistry);
        String kostat = find(properties, KOSTAT, Columns::isKostat);
        String other = find(properties, KOSTAT, Columns::isMinistry); // adm_cd with ten digits
        return new Columns(
                find(properties, NAMES, property -> true),
                find(properties, ENGLISH, property -> true),
                ministry.isEmpty() ? other : ministry,
                kostat);
    }

    boolean chosen() {
        return !name.isEmpty();
    }

    private static String find(
            List<OutlineFile.Property> properties,
            List<String> known,
            Predicate<OutlineFile.Property> fits) {
        return known.stream()
                .flatMap(name ->
                        properties.stream()
                                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
                                .filter(fits))
                .map(OutlineFile.Property::name)
                .findFirst()
                .orElse("");
    }

    private static boolean isMinistry(OutlineFile.Property property) {
        return property.samples().stream().allMatch(sample -> sample.matches("\\d{10}"));
    }

    private static boolean isKostat(OutlineFile.Property property) {
        return property.samples().stream().allMatch(sample -> sample.matches("\\d{7,8}"));
    }
}
