package city.dure.mydata;

import city.dure.citizendesk.DeskVisits;
import city.dure.passkeys.Passkeys;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that the city keeps about a person, in plain, as they take it along. */
record Copy(
        Instant madeAt,
        @Nullable String language,
        @Nullable Person person,
        List<Lived> lived,
        List<Agreed> consents,
        List<Viewed> viewedBy,
        List<SignedIn> signIns,
        List<Told> notices,
        List<Shop> shops,
        List<Application> applications,
        List<Map<String, String>> drafts,
        List<Paid> bankAccounts,
        List<Reported> reports,
        List<DeskVisits.Visit> visits,
        List<Portion> wallet,
        List<ToppedUp> topUps,
        List<Transferred> transfers,
        List<OwedBack> refundsOwed,
        List<Held> cards,
        SignsIn signsInBy) {
    record Person(
            String id,
            String name,
            LocalDate birthDate,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String address,
            int level,
            Proven proven,
            Instant registeredAt,
            boolean onListOfResidents,
            List<String> formerIds) {}

    /** When what was proven, and the identity by whom. */
    record Proven(
            @Nullable Instant email,
            @Nullable Instant phone,
            @Nullable Instant identity,
            @Nullable String identityBy) {}

    record Lived(String district, LocalDate from, @Nullable LocalDate until, String toldBy) {}

    record Agreed(String consent, int version, Instant givenAt, @Nullable Instant withdrawnAt) {}

    record Viewed(Instant at, String by, String what, String fields, String reason) {}

    record SignedIn(Instant at, String what, String network) {}

    record Told(Instant at, String text) {}

    record Shop(String id, String as) {}

    record Application(
            String id,
            String shop,
            String state,
            Instant sentAt,
            String owner,
            String ownerPhone,
            String businessNumber,
            String bank,
            String account,
            List<String> papers,
            List<String> notes) {}

    /** Money under the same conditions, in won. */
    record Portion(String kind, long amount, @Nullable Instant until, boolean own) {}

    /** Money that one asked to load, in won, and what became of it. */
    record ToppedUp(
            String id,
            long amount,
            long paid,
            long given,
            String state,
            @Nullable String refusal,
            Instant askedAt,
            @Nullable Instant decidedAt) {}

    /** What a shop wanted to give back of a payment and had not, in won. */
    record OwedBack(String payment, String shop, long amount, long stillOwed, Instant since) {}

    /** What came, above 0, or went; in won. */
    record Transferred(String id, String what, Instant at, long amount, @Nullable String shop) {}

    /** A prepaid card; its number in plain. */
    record Held(String id, @Nullable String number, String state, Instant orderedAt) {}

    /** What one reported about a shop. */
    record Reported(
            String shop,
            String kind,
            @Nullable String what,
            LocalDate seenOn,
            Instant filedAt,
            @Nullable String outcome) {}

    /**
     * By what one signs in; of a sign-in name only a keyed mark is kept, of which nobody can read
     * it.
     */
    record SignsIn(boolean password, List<Passkeys.Kept> passkeys) {}

    /** A bank account that one wanted a shop's money paid to, as far as it is kept. */
    record Paid(
            String shop,
            Instant askedAt,
            String state,
            String bank,
            String account,
            String holder) {}
}
