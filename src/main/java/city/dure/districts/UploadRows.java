package city.dure.districts;

import city.dure.shared.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files that wait, as stored. */
@Component
class UploadRows {
    private final JdbcClient jdbc;

    UploadRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Upload upload, Actor actor) {
        jdbc.sql(
                        "insert into district_upload (id, actor, file_name, bytes, sha256,"
                                + " created_at, name_from, name_en_from, ministry_from, kostat_from)"
                                + " values (?, ?, ?, ?, ?, ?, '', '', '', '')")
                .params(upload.id(), actor.ref(), upload.fileName(), upload.bytes())
                .params(upload.sha256(), upload.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void choose(UUID id, Columns columns) {
        jdbc.sql(
                        "update district_upload set name_from = ?, name_en_from = ?,"
                                + " ministry_from = ?, kostat_from = ? where id = ?")
                .params(columns.name(), columns.nameEn())
                .params(columns.ministry(), columns.kostat(), id)
                .update();
    }

    /** Takes the row away; false when another was faster. */
    boolean remove(UUID id) {
        return jdbc.sql("delete from district_upload where id = ?").param(id).update() == 1;
    }

    Optional<Upload> find(UUID id) {
        return jdbc.sql("select * from district_upload where id = ?")
                .param(id)
                .query(UploadRows::upload)
                .optional();
    }

    /** Those that wait, newest first; there are never many. */
    List<Upload> waiting() {
        return jdbc.sql("select * from district_upload order by created_at desc, id")
                .query(UploadRows::upload)
                .list();
    }

    private static Upload upload(ResultSet row, int number) throws SQLException {
        return new Upload(
                row.getObject("id", UUID.class),
                row.getString("file_name"),
                row.getLong("bytes"),
                row.getString("sha256"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                new Columns(
                        row.getString("name_from"),
                        row.getString("name_en_from"),
                        row.getString("ministry_from"),
                        row.getString("kostat_from")));
    }
}
