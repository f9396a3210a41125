package city.dure.city;

/**
 * A part of the city.
 *
 * @param code stable, stands in entries
 * @param name as addresses write it
 */
public record District(String code, String name, String nameEn) {
    /** The name in the language of the page. */
    public String label() {
        return Spoken.of(name, nameEn);
    }
}
