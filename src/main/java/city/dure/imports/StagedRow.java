package city.dure.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row in the staging table.
 *
 * @param values its cells by column
 * @param item fingerprint of its key; null when the row cannot be used
 * @param shared fingerprint of the value whose sharers are counted
 * @param sharer fingerprint of what shares it
 * @param outcome what became of it; null before it was compared
 */
public record StagedRow(
        long line,
        Map<String, String> values,
        @Nullable UUID item,
        @Nullable UUID shared,
        @Nullable UUID sharer,
        @Nullable RowOutcome outcome) {

    /** As its target is given it. */
    ImportRow row(int sharing) {
        return new ImportRow(line, values, sharing);
    }

    StagedRow with(RowOutcome newOutcome) {
        return new StagedRow(line, values, item, shared, sharer, newOutcome);
    }

    /** The cell of a column; empty when there is none. */
    public String get(String column) {
        return values.getOrDefault(column, "");
    }

    /** Whether this text, in lower case, stands in a cell. */
    boolean has(String text) {
        return values.values().stream()
                .anyMatch(cell -> cell.toLowerCase(Locale.ROOT).contains(text));
    }

    /** Its first cells that are not empty, by which a person knows it. */
    public String title(ImportTarget target) {
        return target.columns().stream()
                .map(column -> target.shown(column.name(), get(column.name())))
                .filter(cell -> !cell.isEmpty())
                .limit(3)
                .collect(Collectors.joining(" · "));
    }

    /** What became of it; a row of the report always has one. */
    public RowOutcome told() {
        return outcome == null ? RowOutcome.of(RowOutcome.Kind.UNCHANGED) : outcome;
    }

    /** Which rows of the report are shown. */
    public enum Filter {
        REFUSED(" and told = true and kind = 'REFUSED'", "kind, line"),
        NOTED(" and told = true and kind <> 'REFUSED'", "told, line"),
        TOLD(" and told = true", "told, line"),
        NEW(" and kind = 'NEW'", "kind, line"),
        CHANGED(" and kind = 'CHANGED'", "kind, line"),
        UNCHANGED(" and kind = 'UNCHANGED'", "kind, line"),
        ALL("", "line");

        /** Those that a page shows the first rows of. */
        public static final List<Filter> KINDS = List.of(REFUSED, NOTED, NEW, CHANGED, UNCHANGED);

        private final String condition;
        private final String order;

        Filter(String condition, String order) {
            this.condition = condition;
            this.order = order;
        }

        String condition() {
            return condition;
        }

        /** By the line; what stands before it is the same in all these rows. */
        String order() {
            return order;
        }

        /** As it stands in URLs. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Message key of its name. */
        public String key() {
            return "imports.filter." + code();
        }

        /** How many rows of a run it shows, as far as that is counted. */
        public long count(Run run) {
            Run.Counts counts = run.counts();
            return switch (this) {
                case REFUSED -> counts.refused();
                case NOTED -> counts.noted();
                case TOLD -> counts.refused() + counts.noted();
                case NEW -> counts.added();
                case CHANGED -> counts.changed();
                case UNCHANGED -> counts.unchanged();
                case ALL -> counts.total();
            };
        }

        /** The filter of a code; all rows with something to tell when there is none such. */
        public static Filter of(String code) {
            return Arrays.stream(values())
                    .filter(filter -> filter.code().equals(code))
                    .findFirst()
                    .orElse(TOLD);
        }
    }
}
