package city.dure.history;

import city.dure.history.ListMemory.Fate;
import city.dure.history.ListMemory.Known;
import city.dure.imports.ImportId;
import city.dure.shared.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What newer files were compared to and what is gone in them, as staged. */
@Repository
class GoneRows {
    private static final int LONGEST_TITLE = 400;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    GoneRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** A comparison under way. */
    record State(String atKey, Comparison found) {}

    Optional<State> find(ImportId run) {
        return jdbc.sql("select * from import_comparison where run_id = ?")
                .param(run.value())
                .query((row, i) -> new State(row.getString("at_key"), comparison(row)))
                .optional();
    }

    void begin(ImportId run) {
        jdbc.sql(
                        """
                        insert into import_comparison
                            (run_id, at_key, known, found, gone, closable, closed, decision)
                        values (?, '', 0, 0, 0, 0, 0, 'STAY')
                        """)
                .param(run.value())
                .update();
    }

    void save(ImportId run, String atKey, Comparison found) {
        jdbc.sql(
                        """
                        update import_comparison set at_key = ?, known = ?, found = ?, gone = ?,
                            closable = ?, closed = ?, decision = ?
                        where run_id = ?
                        """)
                .params(atKey, found.known(), found.found(), found.gone(), found.closable())
                .params(found.closed(), found.decision().name(), run.value())
                .update();
    }

    void add(ImportId run, List<Known> gone) {
        batches.batchUpdate(
                """
                insert into import_gone (run_id, gone_key, title, href, fate, handled)
                values (?, ?, ?, ?, ?, false)
                """,
                gone.stream()
                        .map(one ->
                                new Object[] {
                                    run.value(),
                                    one.key(),
                                    shortened(one.title()),
                                    one.href(),
                                    one.fate().name()
                                })
                        .toList());
    }

    /** The next ones that can be closed and that nobody has come to yet. */
    List<String> closable(ImportId run, int limit) {
        return jdbc.sql(
                        """
                        select gone_key from import_gone
                        where run_id = ? and fate = 'OPEN' and handled = false
                        order by run_id, fate, handled, gone_key limit ?
                        """)
                .params(run.value(), limit)
                .query((row, i) -> row.getString(1))
                .list();
    }

    void handled(ImportId run, List<String> keys) {
        batches.batchUpdate(
                "update import_gone set handled = true where run_id = ? and gone_key = ?",
                keys.stream().map(key -> new Object[] {run.value(), key}).toList());
    }

    /** Deletes the first ones; gives how many. Their keys are asked for before, for H2's sake. */
    int delete(ImportId run, int limit) {
        List<String> first =
                jdbc.sql(
                                """
                                select gone_key from import_gone where run_id = ?
                                order by run_id, gone_key limit ?
                                """)
                        .params(run.value(), limit)
                        .query((row, i) -> row.getString(1))
                        .list();
        return first.isEmpty()
                ? 0
                : jdbc.sql("delete from import_gone where run_id = ? and gone_key <= ?")
                        .params(run.value(), first.getLast())
                        .update();
    }

    /** By title, after one of them; of those with a text in their title, whatever its case. */
    Page<Gone> page(ImportId run, String text, String after, int size) {
        String pattern = "%" + text.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
        String title = titleOf(run, after);
        List<Gone> found =
                jdbc.sql(
                                """
                                select * from import_gone
                                where run_id = ? and title >= ? and (title > ? or gone_key > ?)
                                  and lower(title) like ? escape '!'
                                order by run_id, title, gone_key limit ?
                                """)
                        .params(run.value(), title, title, after, pattern, size + 1)
                        .query((row, i) -> gone(row))
                        .list();
        List<Gone> rows = found.subList(0, Math.min(size, found.size()));
        return new Page<>(rows, found.size() > size ? rows.getLast().key() : null);
    }

    private String titleOf(ImportId run, String key) {
        return key.isEmpty()
                ? ""
                : jdbc.sql("select title from import_gone where run_id = ? and gone_key = ?")
                        .params(run.value(), key)
                        .query(String.class)
                        .optional()
                        .orElse("");
    }

    private static Gone gone(ResultSet row) throws SQLException {
        return new Gone(
                row.getString("gone_key"),
                row.getString("title"),
                row.getString("href"),
                Fate.valueOf(row.getString("fate")));
    }

    private static Comparison comparison(ResultSet row) throws SQLException {
        return new Comparison(
                row.getLong("known"),
                row.getLong("found"),
                row.getLong("gone"),
                row.getLong("closable"),
                row.getLong("closed"),
                Comparison.Decision.valueOf(row.getString("decision")));
    }

    private static String shortened(String title) {
        return title.substring(0, Math.min(title.length(), LONGEST_TITLE));
    }
}
