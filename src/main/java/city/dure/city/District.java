package city.dure.city;

import org.jspecify.annotations.Nullable;

/**
 * A part of the city.
 *
 * @param code stable, stands in entries; where it came with a file its ministry code
 * @param name as addresses write it
 * @param ministryCode the ten digits of the Ministry of the Interior, where known
 * @param kostatCode the number of the statistics office (KOSTAT), where known
 */
public record District(
        String code,
        String name,
        String nameEn,
        @Nullable String ministryCode,
        @Nullable String kostatCode) {
    /** A part of the city that neither office has numbered. */
    public District(String code, String name, String nameEn) {
        this(code, name, nameEn, null, null);
    }

    /** The name in the language of the page. */
    public String label() {
        return Spoken.of(name, nameEn);
    }
}
