package city.dure.imports;

import city.dure.shared.Actor;
import city.dure.uploads.UploadedTable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One upload of one list.
 *
 * @param no its place among all runs
 * @param file what the file was found to be
 * @param columns which column of the file, from 0, is which of the target's
 * @param source which list this is, in the official's words; the same list has the same each time
 * @param atLine the line after which the next batch begins
 * @param atRow how many rows are behind that line
 * @param trial what the trial run found
 * @param done what the run has done so far
 * @param parked whether it stopped because of a fault of the portal's own
 */
public record Run(
        ImportId id,
        long no,
        String target,
        Actor actor,
        String fileName,
        UploadedTable file,
        Instant createdAt,
        State state,
        Map<String, Integer> columns,
        String source,
        long atLine,
        long atRow,
        Counts trial,
        Counts done,
        boolean parked,
        @Nullable Instant endedAt) {

    Run in(State next) {
        return new Run(
                id, no, target, actor, fileName, file, createdAt, next, columns, source, atLine,
                atRow, trial, done, parked, endedAt);
    }

    /** The same, for the trial run with these columns. */
    Run tried(Map<String, Integer> chosen, String list) {
        return new Run(
                id,
                no,
                target,
                actor,
                fileName,
                file,
                createdAt,
                State.READING,
                chosen,
                list,
                0,
                0,
                Counts.NONE,
                Counts.NONE,
                false,
                null);
    }

    /** The same at the beginning of its next pass over the rows. */
    Run rewound(State next) {
        return new Run(
                id, no, target, actor, fileName, file, createdAt, next, columns, source, 0, 0,
                trial, done, false, null);
    }

    /** The same, further on. */
    Run at(long line, long row) {
        return new Run(
                id, no, target, actor, fileName, file, createdAt, state, columns, source, line, row,
                trial, done, parked, endedAt);
    }

    Run counting(Counts newTrial, Counts newDone) {
        return new Run(
                id, no, target, actor, fileName, file, createdAt, state, columns, source, atLine,
                atRow, newTrial, newDone, parked, endedAt);
    }

    Run by(Actor who) {
        return new Run(
                id, no, target, who, fileName, file, createdAt, state, columns, source, atLine,
                atRow, trial, done, parked, endedAt);
    }

    Run ended(State last, boolean byFault, Instant at) {
        return new Run(
                id, no, target, actor, fileName, file, createdAt, last, columns, source, atLine,
                atRow, trial, done, byFault, at);
    }

    /** What others are told about it. */
    public ImportRun told() {
        return new ImportRun(id, source);
    }

    /** What is known of its rows: in the end what it did, before that what the trial run found. */
    public Counts counts() {
        return state == State.FINISHED || isTakenBack() || isDiscarded() ? done : trial;
    }

    /** Whether it was thrown away; its rows are gone, or going. */
    public boolean isDiscarded() {
        return state == State.DISCARDING || state == State.DISCARDED;
    }

    /** Whether it is being taken over to its end, or was. */
    boolean isTakenOver() {
        return state == State.APPLYING || state == State.CLOSING || state == State.FINISHED;
    }

    /** Whether what it did is being taken back, or was. */
    public boolean isTakenBack() {
        return state == State.TAKING_BACK || state == State.TAKEN_BACK;
    }

    /** Whether it has come to an end with something done. */
    public boolean canBeTakenBack() {
        return state == State.FINISHED || state == State.STOPPED;
    }

    /** Whether it can be thrown away: not while it is being taken over, nor after. */
    public boolean discardable() {
        return !isDiscarded() && !isTakenOver() && !isTakenBack();
    }

    /** Where a run stands; the engine works on those that are under way. */
    public enum State {
        /** The file is kept; an official is to say which column is what. */
        UPLOADED("wait", false, 2),
        /** Trial run, first half: rows are staged and checked by themselves. */
        READING("wait", true, 3),
        /** Trial run, second half: rows are compared with each other and with what is there. */
        CHECKING("wait", true, 3),
        /** Trial run, last part: what was known of this list is looked for in the file. */
        COMPARING("wait", true, 3),
        /** The trial run is over; an official is to decide. */
        READY("wait", false, 3),
        APPLYING("wait", true, 4),
        /** The rows are taken over; what the list no longer names is closed, if so decided. */
        CLOSING("wait", true, 4),
        STOPPED("warn", false, 4),
        FINISHED("ok", false, 0),
        TAKING_BACK("wait", true, 0),
        TAKEN_BACK("neutral", false, 0),
        /** Thrown away; what is staged is being deleted. */
        DISCARDING("neutral", true, 0),
        DISCARDED("neutral", false, 0),
        /** The trial run failed. */
        FAILED("bad", false, 3);

        private final String status;
        private final boolean underWay;
        private final int step;

        State(String status, boolean underWay, int step) {
            this.status = status;
            this.underWay = underWay;
            this.step = step;
        }

        /** The kind of status that pages show. */
        public String status() {
            return status;
        }

        /** Whether the engine is working on it. */
        public boolean underWay() {
            return underWay;
        }

        /** Whether it goes through the rows of the file, so that one sees how far it is. */
        public boolean counted() {
            return this == READING || this == CHECKING || this == APPLYING;
        }

        /** Which of the four steps it is in, from 1; 0 when it is over. */
        public int step() {
            return step;
        }

        /** Message key of its name. */
        public String key() {
            return "imports.state." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** A part of a run that another room does: a bean, to which the engine gives its turns. */
    public interface Work {
        /** While a run is in this state it is this work's turn; one work a state. */
        State state();

        /**
         * Goes through what comes next, inside the caller's transaction and while the run is
         * locked.
         *
         * @param limit how many at most
         * @return how many there were: fewer than the limit when it is over
         */
        int step(Run run, int limit);
    }

    /**
     * How many rows had which outcome.
     *
     * @param noted how many of the rows that were not refused have a note
     */
    public record Counts(long added, long changed, long unchanged, long refused, long noted) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0);

        Counts plus(List<RowOutcome> outcomes) {
            return new Counts(
                    added + of(outcomes, RowOutcome.Kind.NEW),
                    changed + of(outcomes, RowOutcome.Kind.CHANGED),
                    unchanged + of(outcomes, RowOutcome.Kind.UNCHANGED),
                    refused + of(outcomes, RowOutcome.Kind.REFUSED),
                    noted + outcomes.stream().filter(Counts::isNoted).count());
        }

        /** How many rows these are. */
        public long total() {
            return added + changed + unchanged + refused;
        }

        /** Whether nothing would change, or has. */
        public boolean nothing() {
            return added + changed == 0;
        }

        private static long of(List<RowOutcome> outcomes, RowOutcome.Kind kind) {
            return outcomes.stream().filter(outcome -> outcome.kind() == kind).count();
        }

        private static boolean isNoted(RowOutcome outcome) {
            return outcome.kind() != RowOutcome.Kind.REFUSED && outcome.told();
        }
    }
}
