package city.dure.verification;

import city.dure.replay.Difference;
import city.dure.replay.Replayed;
import city.dure.replay.Replays;
import city.dure.verification.Damage.Kind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.springframework.jdbc.core.JdbcTemplate;

/** Hands sound entries to the replays of the modules, and keeps what these find. */
final class Replaying {
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
    void add(StoredEntry entry, Map<String, Object> details) {
        boolean sealed = entry.chainHash() != null;
        replays.apply(
                sealed ? entry.number() : null,
                Objects.requireNonNull(entry.kind()),
                () -> details,
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
}
