package city.dure.money;

import city.dure.book.Book;
import city.dure.book.Transfer;
import city.dure.ledger.LedgerReceipt;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What became of something that was asked for; both are final, and have their entry. */
public sealed interface Outcome {
    /**
     * It was done.
     *
     * @param receipt of its entry; null when it had been done before, by the same key
     */
    record Done(Transfer transfer, @Nullable LedgerReceipt receipt) implements Outcome {
        static Done of(Book.Posted posted) {
            return new Done(posted.transfer(), posted.receipt());
        }

        static Done again(Transfer before) {
            return new Done(before, null);
        }
    }

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
        /** The shop may accept no kind of money now. */
        NOT_ACCEPTING,
        /** Over what may be paid at once, on a day, or in a month. */
        OVER_PAYMENT,
        OVER_DAY,
        OVER_MONTH,
        /** Over what may be loaded in a month, or held. */
        OVER_LOAD,
        OVER_HOLDING,
        /** The city has sold what it may issue for now. */
        SOLD_OUT,
        /** What was agreed on is not what would be given now. */
        CHANGED,
        /** Whoever it is for left the portal for good. */
        LEFT,
        /** The shop has not that much that is still to be paid out. */
        NOT_COVERED,
        /** More than is left of what was paid. */
        OVER_PAID,
        /** Something has to be looked into first. */
        SCREENED,
        /** The card does not pay: not yet, or not any more. */
        CARD_BLOCKED;

        /** The stable code. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
