package city.dure.replay;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.ClassUtils;

/**
 * The replays of all modules during one check: takes in a ledger's entries in their order, from a
 * database or a file, and compares what they come to with the tables, where there are any.
 */
public final class Replays {
    private final List<Course> courses;
    private final Map<String, List<Course>> byKind = new TreeMap<>();

    private Replays(List<Replay> replays) {
        courses = replays.stream().map(Course::new).toList();
        for (Course course : courses) {
            course.replay
                    .kinds()
                    .forEach(kind ->
                            byKind.computeIfAbsent(kind, each -> new ArrayList<>()).add(course));
        }
    }

    /** New ones of all modules on the classpath, by name. */
    public static Replays all() {
        return new Replays(
                Found.TYPES.stream()
                        .map(type -> (Replay) BeanUtils.instantiateClass(type))
                        .sorted(Comparator.comparing(Replay::name))
                        .toList());
    }

    /** The classpath does not change while we run, and looking through it takes a tenth second. */
    private static final class Found {
        private static final List<? extends Class<?>> TYPES = types();

        private static List<? extends Class<?>> types() {
            var scanner = new ClassPathScanningCandidateComponentProvider(false);
            scanner.addIncludeFilter(new AssignableTypeFilter(Replay.class));
            return scanner.findCandidateComponents("city.dure").stream()
                    .map(found -> String.valueOf(found.getBeanClassName()))
                    .map(name -> ClassUtils.resolveClassName(name, Replays.class.getClassLoader()))
                    .toList();
        }
    }

    /** These alone. */
    public static Replays of(Replay... replays) {
        return new Replays(List.of(replays));
    }

    /**
     * Takes in the next entry.
     *
     * @param number null while it waits to be sealed
     * @param code its kind and version, such as {@code merchant.approved/1}
     * @param details read only for kinds that some replay is about; gives null when they are not
     *     there to be read
     * @param found told when the entry contradicts those before it, or cannot be understood
     */
    public void apply(
            @Nullable Long number,
            String code,
            Supplier<@Nullable Map<String, Object>> details,
            Consumer<Difference> found) {
        int slash = code.lastIndexOf('/');
        var about = byKind.getOrDefault(code.substring(0, Math.max(0, slash)), List.of());
        if (about.isEmpty()) {
            return;
        }
        var read = details.get();
        for (Course course : about) {
            if (read == null) {
                course.lacks(number);
            } else {
                course.apply(entry(number, code, read), found);
            }
        }
    }

    /** An entry of a version that cannot be read has version 0, which no replay knows. */
    private static ReplayedEntry entry(
            @Nullable Long number, String code, Map<String, Object> details) {
        int slash = code.lastIndexOf('/');
        String version = code.substring(slash + 1);
        return new ReplayedEntry(
                number,
                code.substring(0, slash),
                version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0,
                details);
    }

    /** Compares what could be replayed in full with the tables. */
    public void compare(JdbcTemplate tables, Consumer<Difference> found) {
        courses.stream()
                .filter(course -> course.lacking == null)
                .forEach(course -> course.replay.compare(tables, found));
    }

    /** What the entries came to. */
    public List<Replayed> results() {
        return courses.stream().map(Course::result).toList();
    }

    /** One replay on its way. */
    private static final class Course {
        private final Replay replay;
        private long entries;
        private @Nullable String lacking;

        Course(Replay replay) {
            this.replay = replay;
        }

        void lacks(@Nullable Long number) {
            lacking = lacking == null ? ReplayedEntry.called(number) : lacking;
        }

        void apply(ReplayedEntry entry, Consumer<Difference> found) {
            if (lacking != null) {
                return; // What follows would look like contradictions.
            }
            entries++;
            try {
                replay.apply(entry, found);
            } catch (IllegalArgumentException | DateTimeException e) {
                found.accept(
                        new Difference(
                                entry.number(),
                                replay.name(),
                                "%s (%s) cannot be replayed into %s: %s."
                                        .formatted(
                                                ReplayedEntry.called(entry.number()),
                                                entry.code(),
                                                replay.name(),
                                                e.getMessage())));
            }
        }

        Replayed result() {
            return new Replayed(
                    replay.name(),
                    entries,
                    lacking,
                    lacking == null ? replay.counts() : Collections.emptySortedMap());
        }
    }
}
