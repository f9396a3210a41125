package city.dure.audit;

import city.dure.shared.Actor;
import java.util.Collection;
import java.util.Map;

/** What a module's subjects are called, asked for once a page; a module with subjects has one. */
public interface SubjectNames {
    /** The prefix of the references, such as {@code m} of {@code m-7Q2K…}. */
    String prefix();

    /**
     * The public names of the references, in one query; one that has no name any more is left out.
     */
    Map<String, String> names(Collection<String> refs);

    /**
     * Whether closed entries about this subject may be told to this actor: to those concerned and
     * to the officials who handle it. Everybody sees the open ones, the auditor sees all.
     */
    default boolean concerns(Actor actor, String ref) {
        return false;
    }
}
