package city.dure.book;

import city.dure.shared.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What came to a holder and went from it, transfer by transfer, the newest first. */
@Service
@Transactional(readOnly = true)
public class History {
    private static final OffsetDateTime EVER = OffsetDateTime.parse("9999-01-01T00:00:00Z");

    private final JdbcClient jdbc;

    History(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One transfer, as one of its holders sees it.
     *
     * @param amount in won, above 0 for what came
     * @param shop the reference of the shop in it; null where there is none
     * @param cancels whether it takes a payment back on its own day, and all of it
     */
    public record Line(
            TransferId transfer,
            Transfer.Kind kind,
            Instant at,
            long amount,
            @Nullable String shop,
            boolean cancels) {
        /** The code of what it is to people: one that cancels a payment is no refund to them. */
        public String code() {
            return cancels ? "cancelled" : kind.code();
        }
    }

    /** A shop in a transfer, and whether it cancels a payment there. */
    private record AtShop(String shop, boolean cancels) {
        private static AtShop of(ResultSet row) throws SQLException {
            var reversed = Passbook.Reversed.of(row);
            boolean refunds = row.getString("kind").equals(Transfer.Kind.REFUNDED.code());
            var at = row.getObject("at", OffsetDateTime.class).toInstant();
            long given = -row.getLong("amount");
            return new AtShop(
                    row.getString("account"),
                    refunds && reversed != null && reversed.cancelledBy(given, at));
        }
    }

    /**
     * A page of the transfers of these holders, which are one person's or one shop's; what only
     * went from one of them to another is none.
     *
     * @param from the first moment
     * @param until the first moment that is too late; null for none
     * @param after the key of the page
     */
    // Grouped in the order of its index, so that a page reads no more than it shows.
    public Page<Line> of(
            Collection<Holder> holders,
            Instant from,
            @Nullable Instant until,
            @Nullable String after,
            int size) {
        Key key = Key.read(after, until);
        var found =
                jdbc.sql(
                                """
                                select s.transfer, t.kind, s.at, s.amount from (
                                    select at, transfer, sum(amount) as amount
                                    from money_movement
                                    where account in (:holders) and at >= :from and at <= :at
                                        and (at < :at or transfer < :transfer)
                                    group by at, transfer having sum(amount) <> 0
                                    order by at desc, transfer desc limit :most) s
                                join money_transfer t on t.id = s.transfer
                                order by s.at desc, s.transfer desc
                                """)
                        .param("holders", holders.stream().map(Holder::ref).toList())
                        .param("from", from.atOffset(ZoneOffset.UTC))
                        .param("at", key.at())
                        .param("transfer", key.transfer())
                        .param("most", size + 1)
                        .query((row, number) -> line(row))
                        .list();
        var rows = withShops(found.subList(0, Math.min(size, found.size())));
        return new Page<>(rows, found.size() > size ? Key.of(rows.getLast()) : null);
    }

    private List<Line> withShops(List<Line> lines) {
        Map<TransferId, AtShop> shops = shops(lines);
        return lines.stream().map(line -> at(shops.get(line.transfer()), line)).toList();
    }

    private static Line at(@Nullable AtShop there, Line line) {
        return there == null
                ? line
                : new Line(
                        line.transfer(),
                        line.kind(),
                        line.at(),
                        line.amount(),
                        there.shop(),
                        there.cancels());
    }

    private Map<TransferId, AtShop> shops(List<Line> lines) {
        var shops = new HashMap<TransferId, AtShop>();
        if (!lines.isEmpty()) {
            jdbc.sql(
                            """
                            select m.transfer, m.account, m.amount, m.at, t.kind,
                                p.at as reversed_at, p.amount as reversed_amount
                            from money_movement m join money_transfer t on t.id = m.transfer
                                left join money_movement p on p.transfer = t.reverses
                                    and p.account = m.account
                            where m.transfer in (:ids) and m.account >= 'm-' and m.account < 'm.'
                            """)
                    .param("ids", lines.stream().map(line -> line.transfer().value()).toList())
                    .query(row -> {
                        var id = new TransferId(row.getObject("transfer", UUID.class));
                        shops.put(id, AtShop.of(row));
                    });
        }
        return shops;
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                new TransferId(row.getObject("transfer", UUID.class)),
                Transfer.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getLong("amount"),
                null,
                false);
    }

    /** After which line a page begins. */
    private record Key(OffsetDateTime at, UUID transfer) {
        private static final Pattern WRITTEN =
                Pattern.compile("([0-9]{1,14})_(t-[0-7][0-9A-HJKMNP-TV-Z]{25})");

        private static final UUID LAST = new UUID(-1, -1);
        private static final UUID FIRST = new UUID(0, 0);

        /** A link that was made by hand leads to the beginning, never to an error. */
        static Key read(@Nullable String text, @Nullable Instant until) {
            var written = WRITTEN.matcher(text == null ? "" : text);
            if (written.matches()) {
                var at = Instant.ofEpochMilli(Long.parseLong(written.group(1)));
                var id = TransferId.valueOf(written.group(2)).value();
                return new Key(at.atOffset(ZoneOffset.UTC), id);
            }
            return until == null
                    ? new Key(EVER, LAST)
                    : new Key(until.atOffset(ZoneOffset.UTC), FIRST);
        }

        static String of(Line line) {
            return line.at().toEpochMilli() + "_" + line.transfer();
        }
    }
}
