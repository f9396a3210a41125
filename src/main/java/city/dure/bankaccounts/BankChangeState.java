package city.dure.bankaccounts;

import java.util.Locale;

/** How far a request for another bank account is. */
enum BankChangeState {
    /** Nobody has decided yet, or the second officer has not. */
    WAITING,
    /** Money is paid to it. */
    IN_FORCE,
    /** Money was paid to it before another one came into force. */
    FORMER,
    REFUSED,
    WITHDRAWN,
    /** The owner asked for another one before this was decided. */
    REPLACED;

    /** The stable code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How it is coloured. */
    public String kind() {
        return switch (this) {
            case WAITING -> "wait";
            case IN_FORCE -> "ok";
            case REFUSED -> "bad";
            case FORMER, WITHDRAWN, REPLACED -> "neutral";
        };
    }
}
