package city.dure.eligibility;

/**
 * What a shop declared to have sold in a year.
 *
 * @param won in won, 0 or more
 */
public record Turnover(int year, long won) {
    /** More than any shop of a city sells. */
    public static final long LARGEST = 10_000_000_000_000L;

    /** How many years a declaration counts after its own: until the next one is due everywhere. */
    static final int COUNTS_FOR = 2;

    /** How many years back one may lie; what is older counts for nothing. */
    private static final int YEARS_BACK = 5;

    /** The first year that is still noted in this one. */
    public static int oldest(int thisYear) {
        return thisYear - YEARS_BACK;
    }

    /** The last year that is noted in this one: half a year says nothing of a whole one. */
    public static int newest(int thisYear) {
        return thisYear - 1;
    }

    /** Whether it still says something in another year. */
    boolean counts(int inYear) {
        return inYear - year <= COUNTS_FOR;
    }
}
