package city.dure.merchants;

import city.dure.replay.Difference;
import city.dure.replay.Replay;
import city.dure.replay.ReplayedEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The public states of all businesses, and their category and district as far as entries tell them:
 * one that only names a changed field leaves it unknown until another states it.
 */
final class MerchantReplay implements Replay {
    private static final String TABLE = "merchant";
    private static final int PIECE = 2_000;

    private final Map<UUID, Shop> shops = new LinkedHashMap<>();

    @Override
    public String name() {
        return "merchants";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(
                "merchant.listed",
                "merchant.changed",
                "merchant.placed",
                "merchant.approved",
                "merchant.suspended",
                "merchant.resumed",
                "merchant.closed");
    }

    @Override
    public void apply(ReplayedEntry entry, Consumer<Difference> found) {
        switch (entry.code()) {
            case "merchant.listed/1" -> listed(entry, found);
            case "merchant.approved/1" -> approved(entry, found);
            case "merchant.suspended/1" -> move(entry, MerchantStatus.SUSPENDED, found);
            case "merchant.resumed/1" -> move(entry, MerchantStatus.APPROVED, found);
            case "merchant.closed/1" -> closed(entry, found);
            case "merchant.changed/1" -> changed(entry, found);
            case "merchant.placed/1" -> placed(entry, found);
            default -> throw new IllegalArgumentException("its version is not known");
        }
    }

    @Override
    public void compare(JdbcTemplate tables, Consumer<Difference> found) {
        var missing = new LinkedHashMap<>(shops);
        for (var piece = rows(tables, Placing.BEGIN);
                !piece.isEmpty();
                piece = rows(tables, piece.getLast().id())) {
            for (Row row : piece) {
                compare(row, missing.remove(row.id()), found);
            }
        }
        missing.forEach((id, shop) ->
                found.accept(Difference.deleted(shop.last, ref(id), TABLE, shop.status.name())));
    }

    @Override
    public SortedMap<String, Long> counts() {
        var counts = new TreeMap<String, Long>();
        for (MerchantStatus status : MerchantStatus.values()) {
            counts.put(status.code(), 0L);
        }
        shops.values().forEach(shop -> counts.merge(shop.status.code(), 1L, Long::sum));
        return counts;
    }

    /** From a list, whether new or back on it; as closed only when it is new. */
    private void listed(ReplayedEntry entry, Consumer<Difference> found) {
        UUID id = id(entry);
        Shop shop = shops.get(id);
        var state = MerchantStatus.valueOf(entry.text("state").toUpperCase(Locale.ROOT));
        boolean follows =
                shop == null
                        ? state == MerchantStatus.LISTED || state == MerchantStatus.CLOSED
                        : state == MerchantStatus.LISTED && shop.status == MerchantStatus.CLOSED;
        if (!follows) {
            found.accept(contradicts(entry, id, shop));
        }
        describe(become(id, state, entry), entry);
    }

    private void approved(ReplayedEntry entry, Consumer<Difference> found) {
        UUID id = id(entry);
        Shop shop = shops.get(id);
        if (shop != null && shop.status != MerchantStatus.LISTED) {
            found.accept(contradicts(entry, id, shop));
        }
        describe(become(id, MerchantStatus.APPROVED, entry), entry);
    }

    private void move(ReplayedEntry entry, MerchantStatus next, Consumer<Difference> found) {
        var before =
                next == MerchantStatus.SUSPENDED
                        ? MerchantStatus.APPROVED
                        : MerchantStatus.SUSPENDED;
        UUID id = id(entry);
        Shop shop = shops.get(id);
        if (shop == null || shop.status != before) {
            found.accept(contradicts(entry, id, shop));
        }
        become(id, next, entry);
    }

    /** What a wrong list brought as closed is closed once more when it is taken back. */
    private void closed(ReplayedEntry entry, Consumer<Difference> found) {
        UUID id = id(entry);
        Shop shop = shops.get(id);
        boolean again = entry.text("reason").equals(Merchant.WITHDRAWN);
        if (shop == null || shop.status == MerchantStatus.CLOSED && !again) {
            found.accept(contradicts(entry, id, shop));
        }
        Shop gone = become(id, MerchantStatus.CLOSED, entry);
        if (entry.find("list") != null) {
            gone.forget(List.of("category", "district")); // a list may have described it anew
        }
    }

    private void changed(ReplayedEntry entry, Consumer<Difference> found) {
        var fields = entry.list("fields");
        spokenOf(id(entry), entry, found).forget(fields);
    }

    private void placed(ReplayedEntry entry, Consumer<Difference> found) {
        entry.map("districts")
                .forEach((shop, district) -> {
                    UUID id = MerchantId.valueOf(shop.toString()).value();
                    spokenOf(id, entry, found).district = district.toString();
                });
    }

    private Shop spokenOf(UUID id, ReplayedEntry entry, Consumer<Difference> found) {
        Shop shop = shops.get(id);
        if (shop == null) {
            found.accept(contradicts(entry, id, null));
            return new Shop(MerchantStatus.LISTED);
        }
        shop.last = entry.number();
        return shop;
    }

    private Shop become(UUID id, MerchantStatus status, ReplayedEntry entry) {
        Shop shop = shops.computeIfAbsent(id, each -> new Shop(status));
        shop.status = status;
        shop.last = entry.number();
        return shop;
    }

    private static void describe(Shop shop, ReplayedEntry entry) {
        shop.category = entry.text("category");
        shop.district = Objects.requireNonNullElse(entry.find("district"), "");
    }

    private static List<Row> rows(JdbcTemplate tables, UUID after) {
        return tables.query(
                "select id, status, category, district from merchant where id > ?"
                        + " order by id limit "
                        + PIECE,
                (row, i) ->
                        new Row(
                                row.getObject("id", UUID.class),
                                row.getString("status"),
                                row.getString("category"),
                                Objects.requireNonNullElse(row.getString("district"), "")),
                after);
    }

    private static void compare(Row row, @Nullable Shop shop, Consumer<Difference> found) {
        if (shop == null) {
            found.accept(Difference.added(ref(row.id()), TABLE, row.status()));
            return;
        }
        differs("status", shop.status.name(), row.status(), row, shop, found);
        differs("category", shop.category, row.category(), row, shop, found);
        differs("district", shop.district, row.district(), row, shop, found);
    }

    private static void differs(
            String column,
            @Nullable String said,
            String stored,
            Row row,
            Shop shop,
            Consumer<Difference> found) {
        if (said != null && !said.equals(stored)) {
            found.accept(Difference.changed(shop.last, ref(row.id()), TABLE, column, said, stored));
        }
    }

    private static Difference contradicts(ReplayedEntry entry, UUID id, @Nullable Shop shop) {
        String before =
                shop == null
                        ? "none has listed or approved it"
                        : "%s leaves it with the status '%s'"
                                .formatted(ReplayedEntry.called(shop.last), shop.status);
        return Difference.contradiction(entry, ref(id), before);
    }

    private static UUID id(ReplayedEntry entry) {
        return MerchantId.valueOf(entry.text("merchant")).value();
    }

    private static String ref(UUID id) {
        return new MerchantId(id).ref();
    }

    /** As the table holds a business; its district is empty outside all of them. */
    private record Row(UUID id, String status, String category, String district) {}

    /** As the entries leave a business. */
    private static final class Shop {
        private MerchantStatus status;

        /** Null when no entry tells. */
        private @Nullable String category;

        /** Null when no entry tells; empty outside all districts. */
        private @Nullable String district;

        private @Nullable Long last;

        Shop(MerchantStatus status) {
            this.status = status;
        }

        void forget(List<?> fields) {
            category = fields.contains("category") ? null : category;
            district = fields.contains("district") ? null : district;
        }
    }
}
