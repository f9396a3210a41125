package city.dure.verification;

import city.dure.replay.Difference;
import city.dure.replay.Replayed;
import city.dure.replay.Replays;
import city.dure.verification.Damage.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Hands sound entries to the replays of the modules, and keeps what these find. */
final class Replaying {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, Object>> OBJECT = new TypeReference<>() {};

    private final Replays replays;
    private final Findings findings;
    private final LongConsumer progress;
    private final Findings differences = new Findings();

    Replaying(Replays replays, Findings findings, LongConsumer progress) {
        this.replays = replays;
        this.findings = findings;
        this.progress = progress;
    }

    /** Takes in the next sound entry, sealed or waiting. */
    void add(StoredEntry entry) {
        boolean sealed = entry.chainHash() != null;
        replays.apply(
                sealed ? entry.number() : null,
                Objects.requireNonNull(entry.kind()),
                () -> details(entry),
                this::differ);
        if (sealed) {
            progress.accept(entry.number());
        }
    }

    /**
     * What the entries came to, compared with the tables: where nothing else is damaged, as
     * otherwise entries are missing here.
     */
    List<Replayed> compare(JdbcTemplate tables) {
        if (!findings.none()) {
            return List.of();
        }
        replays.compare(tables, this::differ);
        findings.addAll(differences);
        return replays.results();
    }

    private void differ(Difference difference) {
        differences.add(difference.number(), Kind.REPLAY, difference.sentence());
    }

    private static @Nullable Map<String, Object> details(StoredEntry entry) {
        return entry.details() == null
                ? null
                : JSON.readValue(new String(entry.details(), StandardCharsets.UTF_8), OBJECT);
    }
}
