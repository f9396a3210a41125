package city.dure.city;

import java.util.List;

/**
 * What the city and its currency are called.
 *
 * @param version counts its changes, from 1
 * @param emblem the path of its emblem, a square picture
 * @param languages codes of the languages that pages are offered in, the default first
 * @param demo whether it is the invented city of the demonstration
 */
public record CityProfile(
        CityId id,
        int version,
        String name,
        String nameEn,
        String currency,
        String currencyEn,
        String emblem,
        List<String> languages,
        boolean demo) {
    /** The languages that the portal can speak, the default first. */
    public static final List<String> SPOKEN = List.of("ko", "en");

    /** Stands for the emblem as long as none was chosen. */
    static final String NO_EMBLEM = "/assets/img/emblem.svg";

    public CityProfile {
        languages = List.copyOf(languages);
    }

    /** The city's name in the language of the page. */
    public String label() {
        return Spoken.of(name, nameEn);
    }

    /** The currency's name in the language of the page. */
    public String currencyLabel() {
        return Spoken.of(currency, currencyEn);
    }

    /** The same city under other names, in other languages. */
    public CityProfile called(
            String newName,
            String newNameEn,
            String newCurrency,
            String newCurrencyEn,
            List<String> newLanguages) {
        return new CityProfile(
                id,
                version,
                newName,
                newNameEn,
                newCurrency,
                newCurrencyEn,
                emblem,
                newLanguages,
                demo);
    }

    /** The same as of another version, such as the one that was shown. */
    public CityProfile at(int otherVersion) {
        return new CityProfile(
                id, otherVersion, name, nameEn, currency, currencyEn, emblem, languages, demo);
    }

    /** Whether an emblem was chosen. */
    public boolean hasEmblem() {
        return !emblem.equals(NO_EMBLEM);
    }

    /** The same with another emblem. */
    CityProfile under(String newEmblem) {
        return new CityProfile(
                id, version, name, nameEn, currency, currencyEn, newEmblem, languages, demo);
    }

    CityProfile next() {
        return at(version + 1);
    }
}
