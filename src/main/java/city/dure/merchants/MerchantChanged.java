package city.dure.merchants;

import city.dure.web.Conflict;
import java.time.Instant;
import java.util.function.Function;

/** The business stands elsewhere than the page showed: somebody decided meanwhile. */
public class MerchantChanged extends Conflict.Changed {
    private static final long serialVersionUID = 1L;

    private final MerchantStatus status;
    private final String by;
    private final Instant at;

    MerchantChanged(MerchantStatus status, String by, Instant at) {
        this(status, by, at, by, at.toString());
    }

    private MerchantChanged(MerchantStatus status, String by, Instant at, String who, String when) {
        super("merchants.changed." + status.code(), who, when);
        this.status = status;
        this.by = by;
        this.at = at;
    }

    /** The same, with whoever was first by name and the time as people write it. */
    MerchantChanged told(Function<String, String> names, Function<Instant, String> times) {
        return new MerchantChanged(status, by, at, names.apply(by), times.apply(at));
    }

    /** Where it stands now. */
    public MerchantStatus status() {
        return status;
    }
}
