package city.dure.eligibility;

import city.dure.shared.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rules in the database. */
@Component
class RuleRows {
    private static final TypeReference<Map<city.dure.shared.MoneyKind, Rule>> BY_KIND =
            new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RuleRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The rules that hold at a moment: those that began last, of several the newest. */
    Optional<Rules> at(Instant moment) {
        return jdbc.sql(
                        "select * from eligibility_rules where withdrawn_at is null and from_at <= ?"
                                + " order by from_at desc, version desc fetch first 1 row only")
                .param(utc(moment))
                .query((row, number) -> rules(row))
                .optional();
    }

    /** Those that are announced and have not begun, soonest first. */
    List<Rules> after(Instant moment) {
        return jdbc.sql(
                        "select * from eligibility_rules where withdrawn_at is null and from_at > ?"
                                + " order by from_at, version")
                .param(utc(moment))
                .query((row, number) -> rules(row))
                .list();
    }

    int newestVersion() {
        return jdbc.sql("select coalesce(max(version), 0) from eligibility_rules")
                .query(Integer.class)
                .single();
    }

    /**
     * Writes rules under their version.
     *
     * @throws org.springframework.dao.DuplicateKeyException when it is taken
     */
    void write(Rules rules, Actor actor, Instant at) {
        jdbc.sql(
                        "insert into eligibility_rules"
                                + " (version, noticed_on, from_at, rules, made_by, made_at)"
                                + " values (?, ?, ?, ?, ?, ?)")
                .params(rules.version(), rules.noticedOn(), utc(rules.from()))
                .params(json.writeValueAsString(rules.byKind()), actor.ref(), utc(at))
                .update();
    }

    /** Takes rules back that have not begun; false when they have, or were taken back. */
    boolean withdraw(int version, Instant at) {
        return jdbc.sql(
                                "update eligibility_rules set withdrawn_at = ? where version = ?"
                                        + " and withdrawn_at is null and from_at > ?")
                        .params(utc(at), version, utc(at))
                        .update()
                > 0;
    }

    private Rules rules(ResultSet row) throws SQLException {
        return new Rules(
                row.getInt("version"),
                row.getObject("noticed_on", LocalDate.class),
                row.getObject("from_at", OffsetDateTime.class).toInstant(),
                json.readValue(row.getString("rules"), BY_KIND));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
