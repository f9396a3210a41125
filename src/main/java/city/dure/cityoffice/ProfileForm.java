package city.dure.cityoffice;

import city.dure.city.CityProfile;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the city and its currency are called, as typed.
 *
 * @param operation makes it count once
 * @param version the version that was shown
 * @param english whether pages are offered in English too
 */
record ProfileForm(
        UUID operation,
        int version,
        @NotBlank(message = "{cityoffice.name.missing}")
                @Size(max = 40, message = "{cityoffice.name.long}")
                @Nullable String name,
        @NotBlank(message = "{cityoffice.nameEn.missing}")
                @Size(max = 80, message = "{cityoffice.nameEn.long}")
                @Nullable String nameEn,
        @NotBlank(message = "{cityoffice.currency.missing}")
                @Size(max = 40, message = "{cityoffice.name.long}")
                @Nullable String currency,
        @NotBlank(message = "{cityoffice.currencyEn.missing}")
                @Size(max = 80, message = "{cityoffice.nameEn.long}")
                @Nullable String currencyEn,
        @Nullable Boolean english) {
    static ProfileForm of(CityProfile profile) {
        return new ProfileForm(
                UUID.randomUUID(),
                profile.version(),
                profile.name(),
                profile.nameEn(),
                profile.currency(),
                profile.currencyEn(),
                profile.languages().contains("en"));
    }

    /** The same as typed, on the version that holds now. */
    ProfileForm at(int present) {
        return new ProfileForm(operation, present, name, nameEn, currency, currencyEn, english);
    }

    /** The profile as typed, of the version that was shown. */
    CityProfile on(CityProfile known) {
        var languages = Boolean.TRUE.equals(english) ? CityProfile.SPOKEN : List.of("ko");
        return known.at(version)
                .called(text(name), text(nameEn), text(currency), text(currencyEn), languages);
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNull(typed).strip();
    }
}
