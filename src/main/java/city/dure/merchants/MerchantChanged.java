package city.dure.merchants;

import city.dure.web.Conflict;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** The business stands elsewhere than the page showed: somebody decided meanwhile. */
public class MerchantChanged extends Conflict.Changed {
    private static final long serialVersionUID = 1L;

    private final MerchantStatus status;
    private final String by;
    private final Instant at;

    MerchantChanged(MerchantStatus status, String by, Instant at) {
        this(status, by, at, Optional.empty(), at.toString());
    }

    private MerchantChanged(
            MerchantStatus status, String by, Instant at, Optional<String> who, String when) {
        super(
                "merchants.changed." + (who.isPresent() ? status.code() : "by-others"),
                who.orElse(""),
                when);
        this.status = status;
        this.by = by;
        this.at = at;
    }

    /** The same, with the official who was first by name and the time as people write it. */
    MerchantChanged told(
            Function<String, Optional<String>> officials, Function<Instant, String> times) {
        return new MerchantChanged(status, by, at, officials.apply(by), times.apply(at));
    }

    /** Where it stands now. */
    public MerchantStatus status() {
        return status;
    }
}
