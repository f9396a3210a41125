package city.dure.imports;

/** A part of a run that another room does: a bean, to which the engine gives its turns. */
public interface RunWork {
    /** While a run is in this state it is this work's turn; one work a state. */
    Run.State state();

    /**
     * Goes through what comes next, inside the caller's transaction and while the run is locked.
     *
     * @param limit how many at most
     * @return how many there were: fewer than the limit when it is over
     */
    int step(Run run, int limit);
}
