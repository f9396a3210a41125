package city.dure.sources;

import city.dure.imports.ImportRun;
import city.dure.merchants.MerchantId;
import city.dure.shared.Page;
import city.dure.shared.Spelling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds what has happened since a run to what it changed. */
@Repository
class Dependents {
    /** By name; the versions tell whether somebody was there since. */
    private static final String PAGE =
            """
            select * from (
                select i.list_key, i.merchant_id, m.name, coalesce(m.road_address, m.lot_address) as address, m.sort_name,
                    case
                        when m.id = any(cast(? as uuid array)) then 'CLAIMED'
                        when e.version is null or e.version <> i.entry_version
                            or i.what = 'ADDED' and exists (
                                select 1 from list_entry o
                                where o.merchant_id = i.merchant_id and o.source <> ?)
                            or exists (
                                select 1 from list_image n
                                where n.merchant_id = i.merchant_id and n.run_id <> i.run_id
                                  and i.what <> 'NAMED'
                                  and n.merchant_version > i.merchant_version) then 'LISTED'
                        when i.what = 'NAMED' or m.version = i.merchant_version then ''
                        when m.status in ('APPROVED', 'SUSPENDED') then 'MERCHANT'
                        else 'CHANGED'
                    end as why
                from list_image i join merchant m on m.id = i.merchant_id
                left join list_entry e on e.source = ? and e.list_key = i.list_key
                where i.run_id = ?) d
            where why <> '' and sort_name >= ? and (sort_name > ? or list_key > ?)
              and position(? in sort_name) > 0
            order by sort_name, list_key limit ?
            """;

    private final JdbcClient jdbc;
    private final List<Claims> claims;

    Dependents(JdbcClient jdbc, List<Claims> claims) {
        this.jdbc = jdbc;
        this.claims = List.copyOf(claims);
    }

    /** A page by name, after the one with this key. */
    Page<Dependent> page(ImportRun run, String text, String after, int size) {
        UUID id = run.id().value();
        String name = after.isEmpty() ? "" : nameOf(id, after);
        List<Dependent> found =
                jdbc.sql(PAGE)
                        .params(claimed(), run.source(), run.source(), id, name, name, after)
                        .params(Spelling.of(text), size + 1)
                        .query((row, i) -> dependent(row))
                        .list();
        List<Dependent> rows = found.subList(0, Math.min(size, found.size()));
        return new Page<>(rows, found.size() > size ? rows.getLast().key() : null);
    }

    private UUID[] claimed() {
        return claims.stream()
                .flatMap(each -> each.claimed().stream())
                .map(MerchantId::value)
                .toArray(UUID[]::new);
    }

    private String nameOf(UUID run, String key) {
        return jdbc.sql(
                        """
                        select m.sort_name from list_image i join merchant m on m.id = i.merchant_id
                        where i.run_id = ? and i.list_key = ?
                        """)
                .params(run, key)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private static Dependent dependent(ResultSet row) throws SQLException {
        return new Dependent(
                row.getString("list_key"),
                new MerchantId(row.getObject("merchant_id", UUID.class)),
                row.getString("name"),
                row.getString("address"),
                Dependent.Why.valueOf(row.getString("why")));
    }
}
