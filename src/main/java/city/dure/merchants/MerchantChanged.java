package city.dure.merchants;

import city.dure.web.Conflict;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The business stands elsewhere than the page showed: somebody decided meanwhile. */
public class MerchantChanged extends Conflict {
    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyy. M. d. HH:mm").withZone(ZoneId.of("Asia/Seoul"));

    private final MerchantStatus status;

    MerchantChanged(MerchantStatus status, Instant since) {
        super("merchants.changed." + status.code(), WHEN.format(since));
        this.status = status;
    }

    /** Where it stands now. */
    public MerchantStatus status() {
        return status;
    }
}
