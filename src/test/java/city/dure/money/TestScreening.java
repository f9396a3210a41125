package city.dure.money;

import city.dure.shared.Subject;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Stops whom a test wants stopped, and remembers what it was told last of each payer. */
@Component
public class TestScreening implements Screening {
    private final Set<String> stopped = Collections.synchronizedSet(new HashSet<>());
    private final Map<String, Spending.Means> told = Collections.synchronizedMap(new HashMap<>());

    @Override
    public boolean passes(Spending spending) {
        told.put(spending.citizen().ref(), spending.means());
        return !stopped.contains(spending.citizen().ref());
    }

    /** Lets nothing more of a citizen pass. */
    public void stop(Subject citizen) {
        stopped.add(citizen.ref());
    }

    /** By what a citizen paid last. */
    public Spending.Means told(Subject citizen) {
        return Objects.requireNonNull(told.get(citizen.ref()));
    }
}
