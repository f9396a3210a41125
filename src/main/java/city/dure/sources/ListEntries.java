package city.dure.sources;

import city.dure.merchants.Business;
import city.dure.merchants.Listing;
import city.dure.merchants.MerchantId;
import city.dure.shared.Spelling;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the lists say, as stored; read and written in batches. */
@Repository
class ListEntries {
    /** Joined with the keys and not “in (…)”, for which H2 walks through the whole list. */
    private static final String OF_LIST =
            """
            select e.* from unnest(cast(? as varchar array)) as k(list_key)
            join list_entry e on e.source = ? and e.list_key = k.list_key
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ListEntries(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** What a list says under these keys. */
    List<ListEntry> of(String source, Collection<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : jdbc.sql(OF_LIST).params(texts(keys), source).query(ListEntries::entry).list();
    }

    /** What any list says under these keys. */
    List<ListEntry> under(Collection<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : jdbc.sql(
                                "select * from list_entry where list_key = any(cast(? as varchar array))")
                        .param(texts(keys))
                        .query(ListEntries::entry)
                        .list();
    }

    /** What any list says about these businesses. */
    List<ListEntry> about(Collection<MerchantId> merchants) {
        return merchants.isEmpty()
                ? List.of()
                : jdbc.sql(
                                "select * from list_entry where merchant_id = any(cast(? as uuid array))")
                        .param(
                                merchants.stream()
                                        .map(MerchantId::value)
                                        .distinct()
                                        .toArray(UUID[]::new))
                        .query(ListEntries::entry)
                        .list();
    }

    void add(List<ListEntry> entries) {
        batches.batchUpdate(
                """
                insert into list_entry (merchant_id, stand, version, run_id, name, category,
                    category_text, district, road_address, lot_address, postcode, phone, latitude,
                    longitude, closed, closed_on, sort_name, source, list_key)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                entries,
                Math.max(1, entries.size()),
                ListEntries::fill);
    }

    void change(List<ListEntry> entries) {
        batches.batchUpdate(
                """
                update list_entry set merchant_id = ?, stand = ?, version = ?, run_id = ?, name = ?,
                    category = ?, category_text = ?, district = ?, road_address = ?,
                    lot_address = ?, postcode = ?, phone = ?, latitude = ?, longitude = ?,
                    closed = ?, closed_on = ?, sort_name = ?
                where source = ? and list_key = ?
                """,
                entries,
                Math.max(1, entries.size()),
                ListEntries::fill);
    }

    void remove(List<ListEntry> entries) {
        batches.batchUpdate(
                "delete from list_entry where source = ? and list_key = ?",
                entries.stream().map(entry -> new Object[] {entry.source(), entry.key()}).toList());
    }

    private static void fill(PreparedStatement statement, ListEntry entry) throws SQLException {
        Business says = entry.says().business();
        Object[] values = {
            entry.merchant().value(),
            entry.stand().name(),
            entry.version(),
            entry.run(),
            says.name(),
            says.category(),
            says.categoryText(),
            says.district(),
            says.roadAddress(),
            says.lotAddress(),
            says.postcode(),
            says.phone(),
            says.latitude(),
            says.longitude(),
            entry.says().closed(),
            entry.says().closedOn(),
            Spelling.of(says.name()),
            entry.source(),
            entry.key()
        };
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    static ListEntry entry(ResultSet row, int number) throws SQLException {
        return new ListEntry(
                row.getString("source"),
                new MerchantId(row.getObject("merchant_id", UUID.class)),
                Stand.valueOf(row.getString("stand")),
                row.getInt("version"),
                row.getObject("run_id", UUID.class),
                new Listing(
                        row.getString("list_key"),
                        business(row),
                        row.getBoolean("closed"),
                        row.getObject("closed_on", LocalDate.class)));
    }

    private static Business business(ResultSet row) throws SQLException {
        return new Business(
                row.getString("name"),
                row.getString("category"),
                row.getString("category_text"),
                row.getString("district"),
                row.getString("road_address"),
                row.getString("lot_address"),
                row.getString("postcode"),
                row.getString("phone"),
                row.getObject("latitude", Double.class),
                row.getObject("longitude", Double.class));
    }

    private static String[] texts(Collection<String> keys) {
        return keys.toArray(String[]::new);
    }
}
