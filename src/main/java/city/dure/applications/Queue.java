package city.dure.applications;

import city.dure.shared.Page;
import city.dure.shared.Spelling;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The officers' list of applications, longest waiting first. */
@Service
@Transactional(readOnly = true)
public class Queue {
    private static final int PAGE = 30;
    private static final int MOST = 100_000;

    private final EntityManager entities;
    private final Clock clock;

    Queue(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** One page of the list, after the key. */
    public Page<ApplicationSummary> page(Filter filter, @Nullable String after) {
        var found = find(filter, after, PAGE + 1).toList();
        var rows = found.subList(0, Math.min(PAGE, found.size()));
        return new Page<>(rows, found.size() > PAGE ? key(rows.getLast()) : null);
    }

    /** The whole list as filtered, for an export; to be closed. */
    public Stream<ApplicationSummary> all(Filter filter) {
        return find(filter, null, MOST);
    }

    /** How many wait in each state that an officer has to do something about. */
    public Map<ApplicationState, Long> waiting() {
        var counts = new HashMap<ApplicationState, Long>();
        entities.createQuery(
                        "select a.state, count(a) from Application a where a.state in :states"
                                + " group by a.state",
                        Object[].class)
                .setParameter("states", ApplicationState.WAITING)
                .getResultList()
                .forEach(row -> counts.put((ApplicationState) row[0], (Long) row[1]));
        return counts;
    }

    private Stream<ApplicationSummary> find(Filter filter, @Nullable String after, int limit) {
        var conditions = new StringBuilder("select a from Application a where a.state in :states");
        var values = new HashMap<String, Object>();
        values.put("states", filter.states());
        filter.addTo(conditions, values, clock.instant());
        addKey(conditions, values, after);
        var query =
                entities.createQuery(
                        conditions.append(" order by a.stateAt, a.id").toString(),
                        Application.class);
        values.forEach(query::setParameter);
        return query.setMaxResults(limit).getResultStream().map(Application::toSummary);
    }

    private static void addKey(
            StringBuilder conditions, Map<String, Object> values, @Nullable String after) {
        String[] parts = after == null ? new String[0] : after.split("_", 2);
        if (parts.length == 2 && parts[0].matches("\\d{1,16}")) {
            conditions.append(" and (a.stateAt > :at or (a.stateAt = :at and a.id > :id))");
            long micros = Long.parseLong(parts[0]);
            values.put("at", Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
            values.put("id", keyId(parts[1]));
        }
    }

    // A link made by hand leads to some place of the list, never to an error.
    private static UUID keyId(String text) {
        try {
            return ApplicationId.valueOf(text).value();
        } catch (IllegalArgumentException e) {
            return new UUID(0, 0);
        }
    }

    private static String key(ApplicationSummary last) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, last.stateAt()) + "_" + last.ref();
    }

    /**
     * Which applications; null and blank narrow nothing.
     *
     * @param state a state's code, {@code all}, or null for those that wait for an officer
     * @param days at least so many days in their state
     * @param q part of the shop's name
     */
    public record Filter(
            @Nullable String state,
            @Nullable String category,
            @Nullable String district,
            @Nullable Integer days,
            @Nullable String q) {

        Set<ApplicationState> states() {
            if ("all".equals(state)) {
                return EnumSet.allOf(ApplicationState.class);
            }
            return Arrays.stream(ApplicationState.values())
                    .filter(each -> each.code().equals(state))
                    .findFirst()
                    .<Set<ApplicationState>>map(EnumSet::of)
                    .orElse(ApplicationState.WAITING);
        }

        /** Whether anything but the state narrows the list. */
        public boolean narrowed() {
            return Stream.of(category, district, q).anyMatch(Filter::given) || days != null;
        }

        private void addTo(StringBuilder conditions, Map<String, Object> values, Instant now) {
            if (given(category)) {
                conditions.append(" and a.category = :category");
                values.put("category", category);
            }
            if (given(district)) {
                conditions.append(" and a.district = :district");
                values.put("district", district);
            }
            if (q != null && !q.isBlank()) {
                conditions.append(" and locate(:name, a.searchName) > 0");
                values.put("name", Spelling.of(q));
            }
            if (days != null) {
                conditions.append(" and a.stateAt <= :before");
                values.put("before", now.minus(Duration.ofDays(Math.clamp(days, 0, 3650))));
            }
        }

        private static boolean given(@Nullable String text) {
            return text != null && !text.isBlank();
        }
    }
}
