package city.dure.districts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far businesses have been assigned after each replacement of the districts. */
@Component
class PlacingRuns {
    private static final String NEWEST = " where version = (select max(version) from placing_run)";

    private final JdbcClient jdbc;

    PlacingRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One assignment.
     *
     * @param version which districts are assigned to
     * @param beginsAt when every instance knows of them
     * @param after the business at which the last batch ended
     * @param finishedAt null while it goes on
     */
    record Run(
            int version,
            Instant beginsAt,
            UUID after,
            int seen,
            int changed,
            @Nullable Instant finishedAt) {
        /** Whether it still goes on. */
        public boolean underWay() {
            return finishedAt == null;
        }

        Run further(UUID last, int more, int moved) {
            return new Run(version, beginsAt, last, seen + more, changed + moved, null);
        }

        Run ended(Instant at) {
            return new Run(version, beginsAt, after, seen, changed, at);
        }
    }

    /** Notes that there is something to do; once for a version. */
    void add(Run run) {
        jdbc.sql(
                        "insert into placing_run (version, begins_at, after_id, seen, changed)"
                                + " select ?, ?, ?, 0, 0 where not exists"
                                + " (select 1 from placing_run where version = ?)")
                .params(run.version(), utc(run.beginsAt()), run.after(), run.version())
                .update();
    }

    Optional<Run> newest() {
        return jdbc.sql("select * from placing_run" + NEWEST).query(PlacingRuns::run).optional();
    }

    /** The newest run while it goes on, unless another instance works on it. */
    Optional<Run> tryLock() {
        return jdbc.sql(
                        "select * from placing_run"
                                + NEWEST
                                + " and finished_at is null for update skip locked")
                .query(PlacingRuns::run)
                .optional();
    }

    void save(Run run) {
        jdbc.sql(
                        "update placing_run set after_id = ?, seen = ?, changed = ?, finished_at = ?"
                                + " where version = ?")
                .params(run.after(), run.seen(), run.changed())
                .param(run.finishedAt() == null ? null : utc(run.finishedAt()))
                .param(run.version())
                .update();
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        var finished = row.getObject("finished_at", OffsetDateTime.class);
        return new Run(
                row.getInt("version"),
                row.getObject("begins_at", OffsetDateTime.class).toInstant(),
                row.getObject("after_id", UUID.class),
                row.getInt("seen"),
                row.getInt("changed"),
                finished == null ? null : finished.toInstant());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
