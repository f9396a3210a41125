package city.dure.imports;

import city.dure.shared.Actor;
import city.dure.shared.Page;
import city.dure.shared.Role;
import city.dure.uploads.Encoding;
import city.dure.uploads.TableRow;
import city.dure.uploads.TableShape;
import city.dure.uploads.UploadedTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The runs in the database; a run's row is also its lease. */
@Repository
class Runs {
    private static final TypeReference<LinkedHashMap<String, Integer>> COLUMNS =
            new TypeReference<>() {};

    private static final String OF = " and target = any(cast(? as varchar array))";
    private static final String NEWEST =
            "select * from import_run where no < ?" + OF + " order by no desc limit ?";

    /** Ordered by all columns of the index, which H2 walks only then. */
    static final String NEWEST_OF_STATE =
            "select * from import_run where state = ? and no < ?"
                    + (OF + " order by state desc, no desc limit ?");

    private static final String HISTORY =
            "select * from import_run where target = ? and source = ? and no < ?"
                    + " order by target desc, source desc, no desc limit ?";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Runs(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(
            ImportId id,
            ImportTarget target,
            Actor actor,
            String fileName,
            UploadedTable file,
            Instant at) {
        jdbc.sql(
                        """
                        insert into import_run (id, target, actor, role, file_name, bytes, sha256,
                            encoding, delimiter, json_array, header, samples, lines, row_total, created_at,
                            state, columns, source, at_line, at_row, trial, done, parked)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                            'UPLOADED', '{}', '', 0, 0, ?, ?, false)
                        """)
                .params(
                        id.value(),
                        target.name(),
                        actor.ref(),
                        actor.role().code(),
                        fileName,
                        file.bytes(),
                        file.sha256(),
                        file.shape().encoding().name(),
                        String.valueOf(file.shape().delimiter()),
                        file.shape().array(),
                        json.writeValueAsString(file.header()),
                        json.writeValueAsString(target.personal() ? List.of() : file.cells()),
                        file.lines(),
                        file.rows(),
                        at.atOffset(ZoneOffset.UTC),
                        json.writeValueAsString(Run.Counts.NONE),
                        json.writeValueAsString(Run.Counts.NONE))
                .update();
    }

    void save(Run run) {
        Instant ended = run.endedAt();
        jdbc.sql(
                        """
                        update import_run set actor = ?, role = ?, state = ?, columns = ?, source = ?,
                            at_line = ?, at_row = ?, trial = ?, done = ?, parked = ?, ended_at = ?
                        where id = ?
                        """)
                .params(
                        run.actor().ref(),
                        run.actor().role().code(),
                        run.state().name(),
                        json.writeValueAsString(run.columns()),
                        run.source(),
                        run.atLine(),
                        run.atRow(),
                        json.writeValueAsString(run.trial()),
                        json.writeValueAsString(run.done()),
                        run.parked())
                .param(ended == null ? null : ended.atOffset(ZoneOffset.UTC))
                .param(run.id().value())
                .update();
    }

    Optional<Run> find(ImportId id) {
        return first("select * from import_run where id = ?", id.value());
    }

    /** The run, locked until the caller's transaction ends; waits for a batch that is under way. */
    Optional<Run> lock(ImportId id) {
        return first("select * from import_run where id = ? for update", id.value());
    }

    /** The same, or nothing when somebody else holds the lease. */
    Optional<Run> tryLock(ImportId id) {
        return first("select * from import_run where id = ? for update skip locked", id.value());
    }

    /** The runs with work for the engine; of those that change one target only the first. */
    List<ImportId> underWay() {
        return jdbc.sql(
                        """
                        select id from import_run r
                        where state in ('READING', 'CHECKING', 'COMPARING', 'APPLYING', 'CLOSING',
                                'TAKING_BACK', 'DISCARDING')
                          and not (state = 'APPLYING' and exists (
                              select 1 from import_run o
                              where o.target = r.target and (o.state in ('CLOSING', 'TAKING_BACK')
                                  or o.state = 'APPLYING' and o.no < r.no)))
                        order by no
                        """)
                .query((row, i) -> new ImportId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Those of these targets in any of these states, newest first. */
    Page<Run> page(Set<Run.State> states, String[] targets, @Nullable Long before, int size) {
        long below = before == null ? Long.MAX_VALUE : before;
        var found =
                states.size() == Run.State.values().length
                        ? runs(NEWEST, below, targets, size + 1)
                        : ofStates(states, targets, below, size + 1);
        return page(found, size);
    }

    /** All of one list, newest first. */
    Page<Run> history(String target, String source, long below, int size) {
        return page(runs(HISTORY, target, source, below, size + 1), size);
    }

    private static Page<Run> page(List<Run> found, int size) {
        List<Run> rows = found.subList(0, Math.min(size, found.size()));
        return new Page<>(rows, found.size() > size ? String.valueOf(rows.getLast().no()) : null);
    }

    /** Each state goes by its own index, so that a rare one does not search the whole history. */
    private List<Run> ofStates(Set<Run.State> states, String[] targets, long below, int most) {
        return states.stream()
                .flatMap(
                        state -> runs(NEWEST_OF_STATE, state.name(), below, targets, most).stream())
                .sorted(Comparator.comparingLong(Run::no).reversed())
                .limit(most)
                .toList();
    }

    private Optional<Run> first(String sql, Object... parameters) {
        return runs(sql, parameters).stream().findFirst();
    }

    private List<Run> runs(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query((row, i) -> run(row)).list();
    }

    /** The newest other run that took over the same file to its end. */
    Optional<Run> finishedWithFileOf(Run run) {
        String sql =
                "select * from import_run "
                        + "where sha256 = ? and target = ? and state = 'FINISHED' and id <> ? "
                        + "order by no desc limit 1";
        return first(sql, run.file().sha256(), run.target(), run.id().value());
    }

    /** What the newest run of a list with the same header called its list. */
    Optional<String> sourceOfSameHeader(Run run) {
        String sql =
                "select * from import_run "
                        + "where target = ? and header = ? and source <> '' order by no desc limit 1";
        String header = json.writeValueAsString(run.file().header());
        return first(sql, run.target(), header).map(Run::source);
    }

    /** What lists were called before, each once. */
    List<String> sources(String target) {
        return jdbc.sql(
                        "select distinct source from import_run"
                                + " where target = ? and source <> '' order by source limit 50")
                .param(target)
                .query((row, i) -> row.getString(1))
                .list();
    }

    private Run run(ResultSet row) throws SQLException {
        var endedAt = row.getObject("ended_at", OffsetDateTime.class);
        return new Run(
                new ImportId(row.getObject("id", UUID.class)),
                row.getLong("no"),
                row.getString("target"),
                new Actor(row.getString("actor"), Role.of(row.getString("role")).orElseThrow()),
                row.getString("file_name"),
                file(row),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Run.State.valueOf(row.getString("state")),
                json.readValue(row.getString("columns"), COLUMNS),
                row.getString("source"),
                row.getLong("at_line"),
                row.getLong("at_row"),
                json.readValue(row.getString("trial"), Run.Counts.class),
                json.readValue(row.getString("done"), Run.Counts.class),
                row.getBoolean("parked"),
                endedAt == null ? null : endedAt.toInstant());
    }

    private UploadedTable file(ResultSet row) throws SQLException {
        List<String> header = List.of(json.readValue(row.getString("header"), String[].class));
        return new UploadedTable(
                new TableShape(
                        Encoding.valueOf(row.getString("encoding")),
                        row.getString("delimiter").charAt(0),
                        header.size(),
                        row.getInt("json_array")),
                header,
                Arrays.stream(json.readValue(row.getString("samples"), String[][].class))
                        .map(cells -> new TableRow(0, List.of(cells), null))
                        .toList(),
                row.getLong("bytes"),
                row.getString("sha256"),
                row.getLong("lines"),
                row.getLong("row_total"));
    }
}
