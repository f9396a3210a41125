package city.dure.eligibility;

import city.dure.eligibility.Declarations.Declared;
import city.dure.eligibility.Declarations.Noted;
import city.dure.merchants.MerchantId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What shops declared, by year. */
@Component
class Turnovers {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Turnovers(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** What these shops declared last; those that declared nothing are missing. */
    Map<MerchantId, Turnover> newest(Collection<MerchantId> shops) {
        var newest = new HashMap<MerchantId, Turnover>();
        jdbc.sql(
                        "select merchant_id, for_year, won from eligibility_turnover"
                                + " where merchant_id = any(cast(? as uuid array))"
                                + " order by merchant_id, for_year")
                .param(shops.stream().map(MerchantId::value).toArray(UUID[]::new))
                .query(row -> {
                    newest.put(
                            new MerchantId(row.getObject(1, UUID.class)),
                            new Turnover(row.getInt(2), row.getLong(3)));
                });
        return newest;
    }

    /** What one shop declared, newest year first. */
    List<Noted> of(MerchantId shop) {
        return jdbc.sql(
                        "select for_year, won, declared_at from eligibility_turnover"
                                + " where merchant_id = ? order by for_year desc")
                .param(shop.value())
                .query((row, number) ->
                        new Noted(
                                new Turnover(row.getInt(1), row.getLong(2)),
                                row.getObject(3, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** What these shops declared, by year. */
    Map<MerchantId, Map<Integer, Long>> of(Collection<MerchantId> shops) {
        var declared = new HashMap<MerchantId, Map<Integer, Long>>();
        jdbc.sql(
                        "select merchant_id, for_year, won from eligibility_turnover"
                                + " where merchant_id = any(cast(? as uuid array))")
                .param(shops.stream().map(MerchantId::value).toArray(UUID[]::new))
                .query(row -> {
                    declared.computeIfAbsent(
                                    new MerchantId(row.getObject(1, UUID.class)),
                                    shop -> new HashMap<>())
                            .put(row.getInt(2), row.getLong(3));
                });
        return declared;
    }

    /**
     * Writes what was declared, in place of what was declared for the same year before.
     *
     * @return what was not known already
     */
    List<Declared> write(List<Declared> declared, Instant at) {
        var shops = declared.stream().map(Declared::shop).distinct().toList();
        lock(shops);
        var known = of(shops);
        var unknown =
                declared.stream()
                        .filter(each -> !Objects.equals(before(known, each), won(each)))
                        .toList();
        var now = at.atOffset(ZoneOffset.UTC);
        batches.batchUpdate(
                "update eligibility_turnover set won = ?, declared_at = ?"
                        + " where merchant_id = ? and for_year = ?",
                rows(unknown.stream().filter(each -> before(known, each) != null), now));
        batches.batchUpdate(
                "insert into eligibility_turnover (won, declared_at, merchant_id, for_year)"
                        + " values (?, ?, ?, ?)",
                rows(unknown.stream().filter(each -> before(known, each) == null), now));
        return unknown;
    }

    /**
     * Takes out what a shop declared for a year, if that is what was shown.
     *
     * @return what was taken out
     */
    Optional<Turnover> remove(MerchantId shop, int year, int seenVersion) {
        lock(List.of(shop));
        var shown =
                of(shop).stream()
                        .filter(noted -> noted.turnover().year() == year)
                        .filter(noted -> noted.version() == seenVersion)
                        .map(Noted::turnover)
                        .findFirst();
        shown.ifPresent(gone ->
                jdbc.sql(
                                "delete from eligibility_turnover"
                                        + " where merchant_id = ? and for_year = ?")
                        .params(shop.value(), gone.year())
                        .update());
        return shown;
    }

    /** One declaration of a shop after the other; in one order, so that none waits in a circle. */
    private void lock(List<MerchantId> shops) {
        jdbc.sql(
                        "select id from merchant where id = any(cast(? as uuid array))"
                                + " order by id for update")
                .param(shops.stream().map(MerchantId::value).toArray(UUID[]::new))
                .query((row, number) -> 0)
                .list();
    }

    private static @Nullable Long before(
            Map<MerchantId, Map<Integer, Long>> known, Declared declared) {
        return known.getOrDefault(declared.shop(), Map.of()).get(declared.turnover().year());
    }

    private static Long won(Declared declared) {
        return declared.turnover().won();
    }

    private static List<Object[]> rows(Stream<Declared> declared, OffsetDateTime now) {
        return declared.map(each ->
                        new Object[] {
                            each.turnover().won(), now, each.shop().value(), each.turnover().year()
                        })
                .toList();
    }
}
