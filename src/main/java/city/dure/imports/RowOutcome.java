package city.dure.imports;

import java.util.List;

/**
 * What became of a row, or in a trial run what would.
 *
 * @param notes why it was refused, or what an official should know about a row that was taken, and
 *     what it changed
 */
public record RowOutcome(Kind kind, List<RowNote> notes) {
    /** The kinds of outcome; each row has exactly one. */
    public enum Kind {
        NEW,
        CHANGED,
        UNCHANGED,
        REFUSED
    }

    public RowOutcome {
        notes = List.copyOf(notes);
    }

    /** Whether there is more to tell than what changed. */
    public boolean told() {
        return notes.stream().anyMatch(note -> note.before() == null);
    }

    /** An outcome with nothing to tell. */
    public static RowOutcome of(Kind kind) {
        return new RowOutcome(kind, List.of());
    }

    /** The row was not taken, for these reasons. */
    public static RowOutcome refused(List<RowNote> reasons) {
        return new RowOutcome(Kind.REFUSED, reasons);
    }
}
