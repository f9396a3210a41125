package city.dure.city;

/**
 * What the city and its currency are called.
 *
 * @param emblem the path of its emblem, a square picture
 */
public record CityProfile(
        CityId id, String name, String nameEn, String currency, String currencyEn, String emblem) {
    /** The city's name in the language of the page. */
    public String label() {
        return Spoken.of(name, nameEn);
    }

    /** The currency's name in the language of the page. */
    public String currencyLabel() {
        return Spoken.of(currency, currencyEn);
    }
}
