package city.dure.intake;

import city.dure.applications.PaperType;
import city.dure.papers.PaperKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An application that is still being written. */
record Draft(DraftId id, Answers answers, Instant updatedAt, List<Sheet> sheets) {
    /** Whether the one paper that nobody can do without is there. */
    public boolean hasRegistration() {
        return sheets.stream().anyMatch(sheet -> sheet.type() == PaperType.REGISTRATION);
    }

    /**
     * A paper that was sent in already.
     *
     * @param size in bytes
     */
    record Sheet(UUID id, PaperType type, PaperKind kind, int size) {}
}
