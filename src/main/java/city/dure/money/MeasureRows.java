package city.dure.money;

import city.dure.shared.Actor;
import city.dure.web.Conflict;
import city.dure.web.NotFound;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The changes that were asked for, in the database. */
@Component
class MeasureRows {
    private final JdbcClient jdbc;

    MeasureRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Actor actor, UUID id, Measure measure, Instant at) {
        jdbc.sql(
                        "insert into money_measure (id, measure, asked_by, asked_at, outcome)"
                                + " values (?, ?, ?, ?, 'open')")
                .params(id, measure.written(), actor.ref(), at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Measure find(UUID id) {
        var found =
                jdbc.sql("select measure from money_measure where id = ?")
                        .param(id)
                        .query((row, number) -> Measure.read(row.getString(1)))
                        .optional();
        return found.orElseThrow(() -> new NotFound("measure " + id));
    }

    /**
     * Notes what became of one.
     *
     * @throws Conflict.Changed when that was noted before
     */
    void decide(UUID id, String outcome) {
        int changed =
                jdbc.sql("update money_measure set outcome = ? where id = ? and outcome = 'open'")
                        .params(outcome, id)
                        .update();
        if (changed == 0) {
            throw new Conflict.Changed("approvals.decided");
        }
    }
}
