package city.dure.applications;

import city.dure.applications.ApplicationFile.Sheet;
import city.dure.papers.Paper;
import city.dure.papers.PaperKind;
import city.dure.vault.FileId;
import city.dure.vault.Vault;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which papers belong to an application. */
@Component
class Sheets {
    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    Sheets(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    void add(ApplicationId id, PaperType type, Paper paper) {
        FileId file = vault.store(id.ref(), paper);
        jdbc.sql(
                        "insert into application_paper"
                                + " (id, application_id, type, kind, size, added_at)"
                                + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        file.value(),
                        id.value(),
                        type.name(),
                        paper.kind().name(),
                        paper.bytes().length,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Sheet> of(ApplicationId id) {
        return jdbc.sql(
                        "select * from application_paper where application_id = ?"
                                + " order by added_at, id")
                .param(id.value())
                .query((row, number) ->
                        new Sheet(
                                new FileId(row.getObject("id", UUID.class)),
                                PaperType.valueOf(row.getString("type")),
                                PaperKind.valueOf(row.getString("kind")),
                                row.getInt("size"),
                                row.getObject("added_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The paper itself; empty when it is another application's. */
    Optional<Paper> open(ApplicationId id, FileId file) {
        return vault.open(id.ref(), file);
    }
}
