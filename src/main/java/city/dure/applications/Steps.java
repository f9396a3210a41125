package city.dure.applications;

import city.dure.applications.ApplicationFile.Step;
import city.dure.shared.Actor;
import city.dure.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The history of each application; what people wrote to a step is in the vault. */
@Component
class Steps {
    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    Steps(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    void add(ApplicationId id, Actor actor, String act, List<String> codes, @Nullable String note) {
        int no =
                jdbc.sql(
                                "select coalesce(max(no), 0) + 1 from application_step"
                                        + " where application_id = ?")
                        .param(id.value())
                        .query((row, number) -> row.getInt(1))
                        .single();
        jdbc.sql(
                        "insert into application_step"
                                + " (application_id, no, act, actor, role, at, reason)"
                                + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id.value(),
                        no,
                        act,
                        actor.ref(),
                        actor.role().code(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        String.join(",", codes))
                .update();
        if (note != null && !note.isBlank()) {
            vault.put(id.ref(), noteField(no), note.strip());
        }
    }

    /** The steps of an application, oldest first. */
    List<Step> of(ApplicationId id, Map<String, String> kept) {
        return jdbc.sql("select * from application_step where application_id = ? order by no")
                .param(id.value())
                .query((row, number) -> step(row, kept))
                .list();
    }

    /** What was done last, views aside. */
    Optional<Step> latest(ApplicationId id) {
        return jdbc.sql(
                        "select * from application_step where application_id = ?"
                                + " and act <> 'person-viewed' order by no desc limit 1")
                .param(id.value())
                .query((row, number) -> step(row, Map.of()))
                .optional();
    }

    /** Why this officer looks at the person, if they said so within the time before now. */
    Optional<String> viewReason(ApplicationId id, Actor actor, Duration time) {
        return jdbc.sql(
                        "select reason from application_step where application_id = ?"
                                + " and act = 'person-viewed' and actor = ? and at > ?"
                                + " order by no desc limit 1")
                .params(
                        id.value(),
                        actor.ref(),
                        clock.instant().minus(time).atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional();
    }

    private static Step step(ResultSet row, Map<String, String> kept) throws SQLException {
        int no = row.getInt("no");
        String codes = row.getString("reason");
        return new Step(
                no,
                row.getString("act"),
                row.getString("actor"),
                row.getString("role"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                codes.isEmpty() ? List.of() : Arrays.asList(codes.split(",")),
                kept.getOrDefault(noteField(no), ""),
                false);
    }

    private static String noteField(int no) {
        return "note." + no;
    }
}
