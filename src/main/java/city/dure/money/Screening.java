package city.dure.money;

/** Asked before any value leaves a wallet; without one everything passes. */
public interface Screening {
    /** Whether a payment may go on. */
    boolean passes(Spending spending);
}
