package city.dure.mydata;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that the city keeps about a person, in plain, as they take it along. */
record Copy(
        Instant madeAt,
        @Nullable Person person,
        List<Lived> lived,
        List<Agreed> consents,
        List<Viewed> viewedBy,
        List<SignedIn> signIns,
        List<Told> notices,
        List<Shop> shops,
        List<Application> applications) {
    record Person(
            String id,
            String name,
            LocalDate birthDate,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String address,
            int level) {}

    record Lived(String district, LocalDate from, @Nullable LocalDate until, String toldBy) {}

    record Agreed(String consent, int version, Instant givenAt, @Nullable Instant withdrawnAt) {}

    record Viewed(Instant at, String by, String what, String fields, String reason) {}

    record SignedIn(Instant at, String what, String network) {}

    record Told(Instant at, String text) {}

    record Shop(String id, String as) {}

    record Application(String id, String shop, String state, Instant sentAt) {}
}
