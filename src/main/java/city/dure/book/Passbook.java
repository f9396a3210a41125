package city.dure.book;

import city.dure.shared.Days;
import city.dure.shared.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What citizens paid and what shops took and gave back, newest first and paged by key. */
@Service
@Transactional(readOnly = true)
public class Passbook {
    private static final Key BEFORE_ALL =
            new Key(OffsetDateTime.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    private final JdbcClient jdbc;

    Passbook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What happened between a citizen and a shop.
     *
     * @param reverses the payment that it takes back, in part or whole
     * @param amount how much the shop has more by it, in won
     * @param reversed that payment, where it takes one back
     */
    public record Line(
            TransferId transfer,
            Transfer.Kind kind,
            @Nullable TransferId reverses,
            Instant at,
            Holder shop,
            long amount,
            @Nullable Reversed reversed) {
        /** Whether it was on a day in Seoul. */
        public boolean on(LocalDate day) {
            return Days.of(at).equals(day);
        }

        /** Whether it took a payment back on its own day, and all of it. */
        public boolean cancels() {
            return kind == Transfer.Kind.REFUNDED
                    && reversed != null
                    && reversed.cancelledBy(-amount, at);
        }

        /** The code of its name: a payment that was cancelled at once is no refund to people. */
        public String code() {
            return cancels() ? "cancelled" : kind.code();
        }
    }

    /** The payment that something takes back, in won. */
    public record Reversed(Instant at, long amount) {
        /** Whether giving so much back at a moment is cancelling: all of it, on its own day. */
        public boolean cancelledBy(long given, Instant when) {
            return given == amount && Days.of(when).equals(Days.of(at));
        }

        static @Nullable Reversed of(ResultSet row) throws SQLException {
            var at = row.getObject("reversed_at", OffsetDateTime.class);
            return at == null ? null : new Reversed(at.toInstant(), row.getLong("reversed_amount"));
        }
    }

    /**
     * What a shop took and gave back, each in won.
     *
     * @param payments how many payments were taken
     * @param corrected what came besides, or below 0 went, because something was wrong
     */
    public record Sums(long taken, int payments, long returned, long corrected) {
        /** How much the shop has more by all of it. */
        public long total() {
            return taken - returned + corrected;
        }
    }

    private record Key(OffsetDateTime at, UUID id) {}

    /**
     * A page of what was paid out of these wallets, which are one person's.
     *
     * @param after the last transfer of the page before; the list begins anew where it is none
     */
    public Page<Line> paid(Collection<Holder> wallets, @Nullable String after, int size) {
        Key key = key(after);
        var found =
                jdbc.sql(
                                """
                                select t.id, t.kind, t.reverses, t.at, s.account, s.amount,
                                    cast(null as timestamp with time zone) as reversed_at,
                                    0 as reversed_amount
                                from money_movement m join money_transfer t on t.id = m.transfer
                                    join money_movement s on s.transfer = m.transfer
                                where m.account in (:wallets) and m.no = 0 and t.kind = 'paid'
                                    and s.account >= 'm-' and s.account < 'm.'
                                    and m.at <= :at and (m.at < :at or m.transfer < :id)
                                order by m.at desc, m.transfer desc limit :most
                                """)
                        .param("wallets", wallets.stream().map(Holder::ref).toList())
                        .param("at", key.at())
                        .param("id", key.id())
                        .param("most", size + 1)
                        .query((row, number) -> line(row))
                        .list();
        return page(found, size);
    }

    /** A page of what a shop took and gave back; {@code after} as above. */
    public Page<Line> of(Holder shop, @Nullable String after, int size) {
        Key key = key(after);
        var found =
                jdbc.sql(
                                """
                                select t.id, t.kind, t.reverses, t.at, m.account, m.amount,
                                    p.at as reversed_at, p.amount as reversed_amount
                                from money_movement m join money_transfer t on t.id = m.transfer
                                    left join money_movement p on p.transfer = t.reverses
                                        and p.account = m.account
                                where m.account = ? and t.kind in ('paid', 'refunded', 'corrected')
                                    and m.at <= ? and (m.at < ? or m.transfer < ?)
                                order by m.at desc, m.transfer desc limit ?
                                """)
                        .params(shop.ref(), key.at(), key.at(), key.id(), size + 1)
                        .query((row, number) -> line(row))
                        .list();
        return page(found, size);
    }

    /** What was given back of a payment, oldest first; there are as many as the shop made. */
    public List<Line> refunds(TransferId payment) {
        return jdbc.sql(
                        """
                        select t.id, t.kind, t.reverses, t.at, m.account, m.amount,
                            p.at as reversed_at, p.amount as reversed_amount
                        from money_transfer t join money_movement m on m.transfer = t.id
                            left join money_movement p on p.transfer = t.reverses
                                and p.account = m.account
                        where t.reverses = ? and m.account >= 'm-' and m.account < 'm.'
                        order by t.at, t.id
                        """)
                .param(payment.value())
                .query((row, number) -> line(row))
                .list();
    }

    /** What a shop took and gave back from a moment on; grows with what happened since. */
    public Sums since(Holder shop, Instant from) {
        return jdbc.sql(
                        """
                        select
                          coalesce(sum(case when t.kind = 'paid' then m.amount end), 0) as taken,
                          count(case when t.kind = 'paid' then 1 end) as payments,
                          coalesce(sum(case when t.kind = 'refunded' then -m.amount end), 0)
                            as returned,
                          coalesce(sum(case when t.kind = 'corrected' then m.amount end), 0)
                            as corrected
                        from money_movement m join money_transfer t on t.id = m.transfer
                        where m.account = ? and m.at >= ?
                        """)
                .params(shop.ref(), from.atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new Sums(
                                row.getLong("taken"),
                                row.getInt("payments"),
                                row.getLong("returned"),
                                row.getLong("corrected")))
                .single();
    }

    /**
     * Where the next page begins; a link made by hand leads to the beginning, never to an error.
     */
    private Key key(@Nullable String after) {
        return read(after)
                .flatMap(id ->
                        jdbc.sql("select at, id from money_transfer where id = ?")
                                .param(id.value())
                                .query((row, number) ->
                                        new Key(
                                                row.getObject("at", OffsetDateTime.class),
                                                row.getObject("id", UUID.class)))
                                .optional())
                .orElse(BEFORE_ALL);
    }

    private static Optional<TransferId> read(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(TransferId::valueOf);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Page<Line> page(List<Line> found, int size) {
        return found.size() <= size
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, size), found.get(size - 1).transfer().ref());
    }

    private static Line line(ResultSet row) throws SQLException {
        UUID reversed = row.getObject("reverses", UUID.class);
        return new Line(
                new TransferId(row.getObject("id", UUID.class)),
                Transfer.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                reversed == null ? null : new TransferId(reversed),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Holder.read(row.getString("account")),
                row.getLong("amount"),
                Reversed.of(row));
    }
}
