package city.dure.history;

import city.dure.imports.ImportId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far runs have been taken back, and whose turn it is with a target. */
@Repository
class TakeBackRows {
    private final JdbcClient jdbc;

    TakeBackRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets nobody else begin with a target until the caller's transaction ends. */
    void takeTurn(String target) {
        jdbc.sql("insert into import_turn (target) values (?) on conflict do nothing")
                .param(target)
                .update();
        jdbc.sql("select target from import_turn where target = ? for update")
                .param(target)
                .query((row, i) -> row.getString(1))
                .list();
    }

    Optional<TakeBack> find(ImportId run) {
        return jdbc.sql("select * from import_takeback where run_id = ?")
                .param(run.value())
                .query((row, i) ->
                        new TakeBack(
                                row.getLong("total"),
                                row.getLong("added"),
                                row.getLong("changed"),
                                row.getLong("reopened"),
                                row.getLong("named"),
                                row.getLong("untouched")))
                .optional();
    }

    void begin(ImportId run, long total) {
        jdbc.sql(
                        """
                        insert into import_takeback
                            (run_id, total, added, changed, reopened, named, untouched)
                        values (?, ?, 0, 0, 0, 0, 0)
                        """)
                .params(run.value(), total)
                .update();
    }

    void save(ImportId run, TakeBack done) {
        jdbc.sql(
                        """
                        update import_takeback set added = ?, changed = ?, reopened = ?, named = ?,
                            untouched = ?
                        where run_id = ?
                        """)
                .params(done.added(), done.changed(), done.reopened(), done.named(), done.left())
                .param(run.value())
                .update();
    }
}
