package city.dure.notices;

import org.jspecify.annotations.Nullable;

/** A message was surely not taken: trying again sends it once. */
class NotTaken extends Exception {
    private final boolean forGood;

    private NotTaken(String why, @Nullable Throwable cause, boolean forGood) {
        super(why, cause);
        this.forGood = forGood;
    }

    /** Another try may do. */
    static NotTaken yet(String why) {
        return new NotTaken(why, null, false);
    }

    /** The same. */
    static NotTaken yet(String why, Throwable cause) {
        return new NotTaken(why, cause, false);
    }

    /** No try will do, such as to an address that is none. */
    static NotTaken ever(String why, Throwable cause) {
        return new NotTaken(why, cause, true);
    }

    boolean forGood() {
        return forGood;
    }
}
