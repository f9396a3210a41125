package city.dure.imports;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What only the whole file tells about a row. Asked of the staging table and remembered for a
 * while: a value that stands in every row would else be counted anew in every batch.
 */
final class FileFacts {
    private static final int REMEMBERED = 20_000;

    private final StagedRows rows;
    private final Map<Fact, Long> firstLines = new HashMap<>();
    private final Map<Fact, Long> sharers = new HashMap<>();

    FileFacts(StagedRows rows) {
        this.rows = rows;
    }

    private record Fact(ImportId run, UUID value) {}

    /** The line on which each item of the batch stands first. */
    Map<UUID, Long> firstLines(Run run, List<StagedRow> batch) {
        return facts(firstLines, run, batch, StagedRow::item, rows::firstLines);
    }

    /** How many different sharers each shared value of the batch has. */
    Map<UUID, Long> sharers(Run run, List<StagedRow> batch) {
        return facts(sharers, run, batch, StagedRow::shared, rows::sharers);
    }

    private static Map<UUID, Long> facts(
            Map<Fact, Long> remembered,
            Run run,
            List<StagedRow> batch,
            Function<StagedRow, @Nullable UUID> part,
            BiFunction<Run, Collection<UUID>, Map<UUID, Long>> asked) {
        List<UUID> values = batch.stream().map(part).filter(Objects::nonNull).distinct().toList();
        Map<UUID, Long> found = new HashMap<>();
        for (UUID value : values) {
            Long known = remembered.get(new Fact(run.id(), value));
            if (known != null) {
                found.put(value, known);
            }
        }
        List<UUID> unknown = values.stream().filter(value -> !found.containsKey(value)).toList();
        if (remembered.size() > REMEMBERED) {
            remembered.clear();
        }
        asked.apply(run, unknown)
                .forEach((value, fact) -> {
                    remembered.put(new Fact(run.id(), value), fact);
                    found.put(value, fact);
                });
        return found;
    }
}
