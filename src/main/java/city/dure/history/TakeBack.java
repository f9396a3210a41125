package city.dure.history;

/**
 * How far a run has been taken back.
 *
 * @param total how many there were to take back
 * @param reopened those that the run had closed because they were gone
 * @param named those of which only what the list says was taken back
 * @param left those that somebody changed meanwhile, which stay as they are
 */
public record TakeBack(long total, long added, long changed, long reopened, long named, long left) {
    static final TakeBack NONE = new TakeBack(0, 0, 0, 0, 0, 0);

    /** How many are done. */
    public long done() {
        return added + changed + reopened + named + left;
    }

    TakeBack plus(TakeBack more) {
        return new TakeBack(
                total,
                added + more.added,
                changed + more.changed,
                reopened + more.reopened,
                named + more.named,
                left + more.left);
    }
}
