package city.dure.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Service;
import org.springframework.util.ClassUtils;

/**
 * All kinds of entries that the modules on the classpath can record; the start fails on a bad one.
 */
@Service
public class LedgerKinds {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+");
    private final List<Kind> kinds;

    LedgerKinds() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(LedgerKind.class));
        kinds =
                scanner.findCandidateComponents("city.dure").stream()
                        .map(found -> kind(String.valueOf(found.getBeanClassName())))
                        .sorted(Comparator.comparing(Kind::name).thenComparing(Kind::version))
                        .toList();
        refuseDoubles(kinds);
    }

    /**
     * A kind.
     *
     * @param name dotted, without the version
     * @param open whether its details are public
     * @param type the record that describes it
     */
    public record Kind(String name, int version, boolean open, Class<?> type) {
        /** As an entry names it, such as {@code merchant.approved/1}. */
        public String code() {
            return name + "/" + version;
        }
    }

    /** All kinds by name and version. */
    public List<Kind> all() {
        return kinds;
    }

    /** The kind of a name and version, if a module on the classpath records it. */
    public Optional<Kind> find(String name, int version) {
        return kinds.stream()
                .filter(kind -> kind.name().equals(name) && kind.version() == version)
                .findFirst();
    }

    private static Kind kind(String className) {
        Class<?> type = ClassUtils.resolveClassName(className, LedgerKinds.class.getClassLoader());
        LedgerKind kind = type.getAnnotation(LedgerKind.class);
        if (!type.isRecord() || !LedgerRecord.class.isAssignableFrom(type)) {
            throw new IllegalStateException(className + " must be a record and a LedgerRecord");
        }
        if (!NAME.matcher(kind.value()).matches() || kind.value().length() > 64) {
            throw new IllegalStateException(className + " has no dotted kind: " + kind.value());
        }
        return new Kind(kind.value(), kind.version(), kind.open(), type);
    }

    static void refuseDoubles(List<Kind> sorted) {
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).code().equals(sorted.get(i - 1).code())) {
                throw new IllegalStateException(
                        "two records claim the kind " + sorted.get(i).code());
            }
        }
    }
}
