package city.dure.vault;

import city.dure.papers.Paper;
import city.dure.papers.PaperKind;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Papers, each sealed under its subject's key and bound to subject and file. */
@Component
class SealedFiles {
    private final JdbcClient jdbc;
    private final DataKeys keys;
    private final Clock clock;

    SealedFiles(JdbcClient jdbc, DataKeys keys, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.clock = clock;
    }

    FileId store(String subject, Paper paper) {
        FileId id = FileId.random();
        jdbc.sql(
                        "insert into vault_file (id, subject, kind, size, sealed, stored_at)"
                                + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        id.value(),
                        subject,
                        paper.kind().name(),
                        paper.bytes().length,
                        keys.need(subject).seal(paper.bytes(), context(subject, id)),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    Optional<Paper> open(String subject, FileId id) {
        return keys.find(subject).flatMap(cipher -> open(cipher, subject, id));
    }

    void removeAll(String subject) {
        jdbc.sql("delete from vault_file where subject = ?").param(subject).update();
    }

    private Optional<Paper> open(Aes cipher, String subject, FileId id) {
        return jdbc.sql("select kind, sealed from vault_file where id = ? and subject = ?")
                .params(id.value(), subject)
                .query((row, number) ->
                        new Paper(
                                PaperKind.valueOf(row.getString("kind")),
                                cipher.open(row.getBytes("sealed"), context(subject, id))))
                .optional();
    }

    private static String context(String subject, FileId id) {
        return subject + "|" + id.ref();
    }
}
