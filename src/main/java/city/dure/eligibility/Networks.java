package city.dure.eligibility;

import city.dure.merchants.MerchantId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The networks and their shops. */
@Component
class Networks {
    private final JdbcClient jdbc;

    Networks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Network> all() {
        return jdbc.sql(
                        "select n.code, n.name, n.name_en, (select count(*) from"
                                + " eligibility_network_shop s where s.network = n.code) as shops"
                                + " from eligibility_network n order by n.name, n.code")
                .query((row, number) ->
                        new Network(
                                row.getString("code"),
                                row.getString("name"),
                                row.getString("name_en"),
                                row.getInt("shops")))
                .list();
    }

    /**
     * Makes a network.
     *
     * @throws org.springframework.dao.DuplicateKeyException when its code is taken
     */
    void add(Network network, Instant at) {
        jdbc.sql("insert into eligibility_network values (?, ?, ?, ?)")
                .params(network.code(), network.name(), network.nameEn(), utc(at))
                .update();
    }

    /** The networks of these shops; those that belong to none are missing. */
    Map<MerchantId, Set<String>> of(Collection<MerchantId> shops) {
        var networks = new HashMap<MerchantId, Set<String>>();
        jdbc.sql(
                        "select merchant_id, network from eligibility_network_shop"
                                + " where merchant_id = any(cast(? as uuid array))")
                .param(shops.stream().map(MerchantId::value).toArray(UUID[]::new))
                .query(row -> {
                    networks.computeIfAbsent(
                                    new MerchantId(row.getObject(1, UUID.class)),
                                    shop -> new HashSet<>())
                            .add(row.getString(2));
                });
        return networks;
    }

    /** The networks of a shop, which nobody else changes until this transaction ends. */
    Set<String> locked(MerchantId shop) {
        jdbc.sql("select id from merchant where id = ? for update")
                .param(shop.value())
                .query((row, number) -> 0)
                .list();
        return of(List.of(shop)).getOrDefault(shop, Set.of());
    }

    void join(MerchantId shop, String network, Instant at) {
        jdbc.sql("insert into eligibility_network_shop values (?, ?, ?)")
                .params(shop.value(), network, utc(at))
                .update();
    }

    void leave(MerchantId shop, String network) {
        jdbc.sql("delete from eligibility_network_shop where merchant_id = ? and network = ?")
                .params(shop.value(), network)
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
