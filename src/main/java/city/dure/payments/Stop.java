package city.dure.payments;

import city.dure.merchants.MerchantStatus;
import java.util.Locale;
import java.util.Optional;

/** Why somebody cannot pay at a shop whatever the amount, and where to go instead. */
enum Stop {
    LISTED("/merchants"),
    SUSPENDED("/merchants"),
    CLOSED("/merchants"),
    /** A merchant, but of a trade or a place where no kind of money may be spent. */
    NO_MONEY("/merchants"),
    NOT_JOINED("/me/join"),
    NOT_AGREED("/me/consents");

    private final String next;

    Stop(String next) {
        this.next = next;
    }

    /** The path of the page that helps. */
    public String next() {
        return next;
    }

    /** The stable code, for message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Stop> of(MerchantStatus status) {
        return switch (status) {
            case APPROVED -> Optional.empty();
            case LISTED -> Optional.of(LISTED);
            case SUSPENDED -> Optional.of(SUSPENDED);
            case CLOSED -> Optional.of(CLOSED);
        };
    }
}
