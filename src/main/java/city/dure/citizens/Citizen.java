package city.dure.citizens;

import city.dure.identity.AccountId;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A person of the register, without anything personal.
 *
 * @param account by which they sign in; null while only a list names them, and once forgotten
 * @param district the code of the part of the city where they live
 * @param listed whether a list of residents names them
 * @param emailAt when they proved that they read mail at their address
 * @param phoneAt when they proved that they read messages at their number
 * @param provenAt when their identity was proven
 * @param provenBy how: {@code desk}, or {@code ci} of an identity provider
 * @param erasedAt when they were forgotten
 */
public record Citizen(
        CitizenId id,
        @Nullable AccountId account,
        Instant registeredAt,
        boolean listed,
        String district,
        @Nullable Instant emailAt,
        @Nullable Instant phoneAt,
        @Nullable Instant provenAt,
        @Nullable String provenBy,
        @Nullable Instant erasedAt,
        int version) {
    /** One who joins, and has proven nothing yet. */
    static Citizen joined(AccountId account, Instant at, String district) {
        var id = CitizenId.random();
        return new Citizen(id, account, at, false, district, null, null, null, null, null, 1);
    }

    /**
     * How sure the city is whom it deals with: 3 identity proven, 2 phone, 1 mail, 0 nothing yet.
     */
    public int level() {
        if (provenAt != null) {
            return 3;
        }
        if (phoneAt != null) {
            return 2;
        }
        return emailAt != null ? 1 : 0;
    }

    /**
     * Whether somebody else vouches for their name and birth date: who could change them alone
     * would be given, by the next list of residents, what is another's.
     */
    public boolean identified() {
        return provenAt != null || listed;
    }

    /** Whether they proved that they read what is sent by this channel. */
    public boolean has(Channel channel) {
        return (channel == Channel.EMAIL ? emailAt : phoneAt) != null;
    }

    /** The same, with something proven. */
    Citizen proven(String proof, Instant at) {
        return switch (proof) {
            case "email" -> with(district, at, phoneAt, provenAt, provenBy);
            case "phone" -> with(district, emailAt, at, provenAt, provenBy);
            default -> with(district, emailAt, phoneAt, at, proof);
        };
    }

    /** The same, with what was proven about other addresses no longer so. */
    Citizen corrected(Collection<String> fields) {
        return with(
                district,
                fields.contains("email") ? null : emailAt,
                fields.contains("phone") ? null : phoneAt,
                provenAt,
                provenBy);
    }

    Citizen moved(String newDistrict) {
        return with(newDistrict, emailAt, phoneAt, provenAt, provenBy);
    }

    private Citizen with(
            String newDistrict,
            @Nullable Instant mail,
            @Nullable Instant number,
            @Nullable Instant identity,
            @Nullable String by) {
        return new Citizen(
                id,
                account,
                registeredAt,
                listed,
                newDistrict,
                mail,
                number,
                identity,
                by,
                erasedAt,
                version);
    }
}
