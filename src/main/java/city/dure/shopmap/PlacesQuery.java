package city.dure.shopmap;

import static java.util.Objects.requireNonNullElse;

import city.dure.merchants.MerchantFilter;
import city.dure.merchants.MerchantFilter.Lack;
import city.dure.merchants.MerchantId;
import city.dure.merchants.MerchantStatus;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which places to mend somebody asks for, as it stands in the link.
 *
 * @param reason the code of what is missing; unknown ones count as any
 * @param after the key of the last row of the part before
 */
record PlacesQuery(@Nullable String q, @Nullable String reason, @Nullable String after) {
    static final List<Lack> REASONS = List.of(Lack.OUTSIDE, Lack.NOWHERE, Lack.NO_PLACE);
    private static final int SEARCHED_AT_MOST = 100;

    MerchantFilter filter() {
        var open = EnumSet.complementOf(EnumSet.of(MerchantStatus.CLOSED));
        return new MerchantFilter(text(), "", "", open).lacking(lack().orElse(Lack.ANY));
    }

    /** What is asked for in the search field. */
    public String text() {
        String text = requireNonNullElse(q, "").strip();
        return text.substring(0, Math.min(text.length(), SEARCHED_AT_MOST));
    }

    /** The code of the reason asked for; empty for any. */
    public String code() {
        return lack().map(Lack::code).orElse("");
    }

    /** Whether anything narrows the list. */
    public boolean narrow() {
        return !(text() + code()).isEmpty();
    }

    @Nullable MerchantId start() {
        try {
            return after == null ? null : MerchantId.valueOf(after);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private Optional<Lack> lack() {
        return REASONS.stream().filter(each -> each.code().equals(reason)).findFirst();
    }
}
