package city.dure.money;

import java.util.Locale;

/** What became of something that was asked for; both are final, and have their entry. */
public sealed interface Outcome {
    /**
     * It was done.
     *
     * @param again whether it had been done before, by the same key
     */
    record Done(Transfer transfer, boolean again) implements Outcome {}

    /**
     * It was not, and nothing moved.
     *
     * @param most how much would do, in won; 0 for nothing
     */
    record Refused(Reason reason, long most) implements Outcome {}

    /** Why something is refused. */
    enum Reason {
        /** There is not that much, wherever it may be spent. */
        NOT_ENOUGH,
        /** There is, but not of a kind that may be spent there. */
        NOT_HERE,
        /** Over what may be paid at once, on a day, or in a month. */
        OVER_PAYMENT,
        OVER_DAY,
        OVER_MONTH,
        /** Over what may be loaded in a month, or held. */
        OVER_LOAD,
        OVER_HOLDING,
        /** The city has sold what it may issue for now. */
        SOLD_OUT,
        /** Something has to be looked into first. */
        SCREENED;

        /** The stable code. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
