package city.dure.shopreports;

import city.dure.merchants.MerchantId;
import city.dure.shared.Page;
import city.dure.shared.Spelling;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The officials' list of cases, longest open first; one statement a page. */
@Service
@Transactional(readOnly = true)
class Cases {
    private static final String SELECT =
            "select c.*, m.name from shop_report_case c join merchant m on m.id = c.merchant_id";

    private final JdbcClient jdbc;

    Cases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A case and what its shop is called. */
    record Named(ShopCase it, String name) {}

    /**
     * Which cases; null and blank narrow nothing.
     *
     * @param state {@code settled}, {@code all}, or anything else for the open ones
     * @param kind a kind's code
     * @param shop the shop's public id
     * @param q part of the shop's name or address
     */
    record Filter(
            @Nullable String state,
            @Nullable String kind,
            @Nullable String shop,
            @Nullable String q) {
        /** Whether the list is another one than that of all open cases. */
        public boolean narrowed() {
            return Stream.of(state, kind, shop, q).anyMatch(Filter::given);
        }

        private static boolean given(@Nullable String text) {
            return text != null && !text.isBlank();
        }

        private void addTo(List<String> conditions, Map<String, Object> values) {
            if ("settled".equals(state)) {
                conditions.add("c.open_slot is null");
            } else if (!"all".equals(state)) {
                conditions.add("c.open_slot = true");
            }
            ReportKind.of(kind)
                    .ifPresent(each -> {
                        conditions.add("c.kind = :kind");
                        values.put("kind", each.code());
                    });
            if (given(shop)) {
                conditions.add("c.merchant_id = :shop");
                values.put("shop", shopId());
            }
            if (q != null && !q.isBlank()) {
                conditions.add("position(:q in m.search_text) > 0");
                values.put("q", Spelling.of(q));
            }
        }

        // A link made by hand leads to an empty list, never to an error.
        private UUID shopId() {
            try {
                return MerchantId.valueOf(String.valueOf(shop)).value();
            } catch (IllegalArgumentException e) {
                return new UUID(0, 0);
            }
        }
    }

    /** A page of the list, after the key. */
    Page<Named> page(Filter filter, @Nullable String after, int size) {
        var conditions = new ArrayList<String>();
        var values = new HashMap<String, Object>(Map.of("most", size + 1));
        filter.addTo(conditions, values);
        Key.read(after)
                .ifPresent(key -> {
                    conditions.add("(c.opened_at > :at or (c.opened_at = :at and c.id > :id))");
                    values.put("at", key.at());
                    values.put("id", key.id());
                });
        String sql =
                SELECT
                        + (conditions.isEmpty() ? "" : " where ")
                        + String.join(" and ", conditions)
                        + " order by c.opened_at, c.id limit :most";
        var found =
                jdbc.sql(sql)
                        .params(values)
                        .query((row, i) -> new Named(ShopCase.read(row, i), row.getString("name")))
                        .list();
        return Key.page(
                found,
                size,
                each ->
                        new Key(
                                each.it().openedAt().truncatedTo(ChronoUnit.MICROS),
                                each.it().id().value()));
    }

    /** What the shops of cases are called, by the public ids of the cases. */
    Map<String, String> names(Collection<CaseId> ids) {
        return jdbc
                .sql(SELECT + " where c.id = any(cast(? as uuid array))")
                .param(ids.stream().map(CaseId::value).toArray(UUID[]::new))
                .query((row, i) -> new Named(ShopCase.read(row, i), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(each -> each.it().id().ref(), Named::name));
    }
}
