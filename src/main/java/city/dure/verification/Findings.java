package city.dure.verification;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts damages and keeps the first of them, in the order in which they are found. */
public final class Findings {
    private static final int KEPT = 20;
    private final List<Damage> first = new ArrayList<>();
    private long count;

    /** None yet. */
    public Findings() {}

    /** Adds one. */
    public void add(Damage damage) {
        count++;
        if (first.size() < KEPT) {
            first.add(damage);
        }
    }

    /** Adds one of an entry, or of none that can be named. */
    public void add(@Nullable Long number, Damage.Kind kind, String sentence) {
        add(new Damage(number, kind, sentence));
    }

    /** Adds those of another, which told theirs later. */
    public void addAll(Findings others) {
        others.first.forEach(this::add);
        count += others.count - others.first.size();
    }

    /** Whether nothing was found. */
    public boolean none() {
        return count == 0;
    }

    /** How many there are in all. */
    public long count() {
        return count;
    }

    /** The first of them. */
    public List<Damage> first() {
        return List.copyOf(first);
    }
}
