package city.dure.sources;

import city.dure.merchants.Listing;
import city.dure.merchants.MerchantId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

    /** The first ones of a run that are not put back yet. */
    List<Image> first(UUID run, int limit) {
        return jdbc.sql(
                        "select * from list_image where run_id = ? order by run_id, list_key limit ?")
                .params(run, limit)
                .query((row, i) -> image(row))
                .list();
    }

    void remove(UUID run, List<Image> images) {
        batches.batchUpdate(
                "delete from list_image where run_id = ? and list_key = ?",
                images.stream().map(image -> new Object[] {run, image.key()}).toList());
    }

    /** How many there are, by what the run did. */
    Map<Image.What, Long> counts(UUID run) {
        Map<Image.What, Long> counts = new EnumMap<>(Image.What.class);
        jdbc.sql("select what, count(*) from list_image where run_id = ? group by what")
                .param(run)
                .query(row -> {
                    counts.put(Image.What.valueOf(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    private Image image(ResultSet row) throws SQLException {
        return new Image(
                row.getString("list_key"),
                new MerchantId(row.getObject("merchant_id", UUID.class)),
                Image.What.valueOf(row.getString("what")),
                row.getInt("merchant_version"),
                row.getInt("entry_version"),
                read(row.getString("merchant"), Listing.Before.class),
                read(row.getString("entry"), ListEntry.class));
    }

    private <T> @Nullable T read(@Nullable String written, Class<T> type) {
        return written == null ? null : json.readValue(written, type);
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
