package city.dure.applications;

import city.dure.papers.PaperKind;
import city.dure.shared.Role;
import city.dure.vault.FileId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application with everything about it.
 *
 * @param joinCode with which the owner joins what an official wrote; null when it is used, needless
 *     or masked
 * @param masked whether the person is shown only as far as tells one from another
 */
public record ApplicationFile(
        ApplicationSummary summary,
        Owner owner,
        List<Sheet> sheets,
        List<Step> steps,
        @Nullable String joinCode,
        boolean masked) {

    /** The same with the person masked, without what the person wrote and the joining code. */
    ApplicationFile mask() {
        return new ApplicationFile(
                summary,
                owner.masked(),
                sheets,
                steps.stream().map(Step::masked).toList(),
                null,
                true);
    }

    /** The business number as written; masked as {@code 123-45-*****}. */
    public String businessNumber() {
        return masked ? owner.maskedNumber() : owner.number().written();
    }

    /** The accounts that did something to it and are not masked. */
    public List<String> people() {
        return steps.stream()
                .map(Step::actor)
                .filter(actor -> !actor.isEmpty())
                .distinct()
                .toList();
    }

    /** What an officer asked for last; null when nothing is asked. */
    public @Nullable Step wanted() {
        return summary.state() == ApplicationState.INFO_WANTED ? last("information-wanted") : null;
    }

    /** The refusal with what was written to it; null when it was not refused. */
    public @Nullable Step refusal() {
        return summary.state() == ApplicationState.REFUSED
                        || summary.state() == ApplicationState.OBJECTED
                ? last("refused", "objection-refused")
                : null;
    }

    private @Nullable Step last(String... acts) {
        return steps.reversed().stream()
                .filter(step -> List.of(acts).contains(step.act()))
                .findFirst()
                .orElse(null);
    }

    /**
     * Something that happened to an application.
     *
     * @param act a code, such as {@code information-wanted}
     * @param actor who did it; empty when masked
     * @param role as what
     * @param codes what it says in codes: what was asked for, or why it was refused
     * @param note what was written to it; empty when nothing was, or when it is masked
     * @param noteMasked whether something was written that is not shown
     */
    public record Step(
            int no,
            String act,
            String actor,
            String role,
            Instant at,
            List<String> codes,
            String note,
            boolean noteMasked) {

        /** What an official did as it is; what the person did without name and words. */
        Step masked() {
            return byPerson()
                    ? new Step(no, act, "", role, at, codes, "", noteMasked || !note.isEmpty())
                    : this;
        }

        /** Whether the applicant did it, and not an official. */
        public boolean byPerson() {
            return role.equals(Role.CITIZEN.code()) || role.equals(Role.OWNER.code());
        }
    }

    /**
     * A paper of an application.
     *
     * @param size in bytes
     */
    public record Sheet(FileId id, PaperType type, PaperKind kind, int size, Instant addedAt) {}
}
