package city.dure.importpages;

import city.dure.imports.Run.State;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which uploaded lists are shown, by where they stand. */
enum ListFilter {
    ALL(EnumSet.allOf(State.class)),
    /** It is an official's turn. */
    TO_DECIDE(EnumSet.of(State.UPLOADED, State.READY)),
    UNDER_WAY(Arrays.stream(State.values()).filter(State::underWay).collect(Collectors.toSet())),
    STOPPED(EnumSet.of(State.STOPPED, State.FAILED)),
    FINISHED(EnumSet.of(State.FINISHED)),
    TAKEN_BACK(EnumSet.of(State.TAKEN_BACK)),
    DISCARDED(EnumSet.of(State.DISCARDED));

    private final Set<State> states;

    ListFilter(Set<State> states) {
        this.states = states;
    }

    Set<State> states() {
        return states;
    }

    /** As it stands in URLs. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Message key of its name. */
    public String key() {
        return "imports.shown." + code();
    }

    /** The filter of a code; all lists when there is none such. */
    static ListFilter of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(filter -> filter.code().equals(code))
                .findFirst()
                .orElse(ALL);
    }
}
