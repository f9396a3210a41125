package city.dure.verification;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts damages and keeps the first of them, in the order in which they are found. */
final class Findings {
    private static final int KEPT = 20;
    private final List<Damage> first = new ArrayList<>();
    private long count;

    void add(Damage damage) {
        count++;
        if (first.size() < KEPT) {
            first.add(damage);
        }
    }

    void add(@Nullable Long number, Damage.Kind kind, String sentence) {
        add(new Damage(number, kind, sentence));
    }

    void addAll(Findings others) {
        others.first.forEach(this::add);
        count += others.count - others.first.size();
    }

    boolean none() {
        return count == 0;
    }

    long count() {
        return count;
    }

    List<Damage> first() {
        return List.copyOf(first);
    }
}
