package city.dure.sources;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** How runs found what they changed, as stored; each goes once it is put back. */
@Repository
class Images {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final JsonMapper json;

    Images(JdbcClient jdbc, JdbcTemplate batches, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    void keep(UUID run, List<Image> images) {
        batches.batchUpdate(
                """
                insert into list_image (run_id, list_key, merchant_id, what, merchant_version,
                    entry_version, merchant, entry)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                images,
                Math.max(1, images.size()),
                (statement, image) -> fill(statement, run, image));
    }

    private void fill(PreparedStatement statement, UUID run, Image image) throws SQLException {
        statement.setObject(1, run);
        statement.setString(2, image.key());
        statement.setObject(3, image.business().value());
        statement.setString(4, image.what().name());
        statement.setInt(5, image.merchantVersion());
        statement.setInt(6, image.entryVersion());
        statement.setString(7, written(image.merchant()));
        statement.setString(8, written(image.entry()));
    }

    private @Nullable String written(@Nullable Object before) {
        return before == null ? null : json.writeValueAsString(before);
    }
}
