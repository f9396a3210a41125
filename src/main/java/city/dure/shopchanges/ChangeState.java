package city.dure.shopchanges;

import java.util.Locale;

/** How far a request for a change is. */
enum ChangeState {
    WAITING,
    APPROVED,
    REFUSED,
    WITHDRAWN;

    /** The stable code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How it is coloured. */
    public String kind() {
        return switch (this) {
            case WAITING -> "wait";
            case APPROVED -> "ok";
            case REFUSED -> "bad";
            case WITHDRAWN -> "neutral";
        };
    }
}
