package city.dure.applications;

import city.dure.merchants.MerchantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An application without the person behind it.
 *
 * @param version counts its changes; a decision names the one it was made on
 * @param stateAt since when it stands there
 * @param applicant the owner's account; null until the owner joined one that an official wrote
 * @param filedBy the account that sent it in
 * @param byOfficial whether somebody else sent it in for the owner
 * @param claimed the listed business it claims
 * @param objectionUntil until when one may object; null when one may not, or has
 * @param objected whether the one objection was used
 * @param merchant what it became
 */
public record ApplicationSummary(
        ApplicationId id,
        int version,
        ApplicationState state,
        Instant stateAt,
        Instant submittedAt,
        String name,
        String category,
        String district,
        String roadAddress,
        @Nullable String phone,
        @Nullable String applicant,
        String filedBy,
        boolean byOfficial,
        @Nullable MerchantId claimed,
        @Nullable RefusalReason refusal,
        @Nullable String refusedBy,
        @Nullable Instant objectionUntil,
        boolean objected,
        @Nullable MerchantId merchant) {

    /** The public id in its written form. */
    public String ref() {
        return id.ref();
    }

    /** Whether the applicant may still take it back. */
    public boolean withdrawable() {
        return state.open();
    }
}
