package city.dure.book;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What has to be true of all value at any time; each looked at in one statement. */
@Service
@Transactional(readOnly = true)
public class Balances {
    private static final int TOLD = 20;

    private final JdbcClient jdbc;

    Balances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Where all value is, in won: what was issued and not retired is with citizens, shops and funds
     * (reference/currency.md 3.8, 3).
     */
    public record Circulation(long issued, long retired, long citizens, long shops, long funds) {
        /** Whether no won was made or lost. */
        public boolean sound() {
            return issued - retired == citizens + shops + funds;
        }
    }

    /** Where all value is; looks at every lot and movement. */
    public Circulation circulation() {
        return jdbc.sql(
                        """
                        select
                          coalesce((select -sum(amount) from money_movement
                            where account = 'x:issuance'), 0) as issued,
                          coalesce((select sum(amount) from money_movement
                            where account = 'x:retired'), 0) as retired,
                          coalesce((select sum(remaining) from money_lot), 0) as citizens,
                          coalesce((select sum(amount) from money_movement
                            where account >= 'm-' and account < 'm.'), 0) as shops,
                          coalesce((select sum(remaining) from money_slice
                            where account >= 'f:' and account < 'f;'), 0) as funds
                        """)
                .query((row, number) ->
                        new Circulation(
                                row.getLong("issued"),
                                row.getLong("retired"),
                                row.getLong("citizens"),
                                row.getLong("shops"),
                                row.getLong("funds")))
                .single();
    }

    /** The first transfers whose movements do not sum to 0. */
    public List<String> unbalanced() {
        return refs(
                "select cast(transfer as varchar(64)) from money_movement group by transfer"
                        + " having sum(amount) <> 0 limit "
                        + TOLD);
    }

    /** The first lots of which something else is left than their movements leave. */
    public List<String> astray() {
        return refs(
                "select cast(l.id as varchar(64)) from money_lot l left join money_movement m"
                        + " on m.lot = l.id group by l.id, l.remaining"
                        + " having l.remaining <> coalesce(sum(m.amount), 0) limit "
                        + TOLD);
    }

    /** The first funds and rights whose pieces are not what their movements leave. */
    public List<String> uneven() {
        return refs(
                "select account from (select account, remaining as won from money_slice union all"
                        + " select account, -amount from money_movement where account >= 'f:' and"
                        + " account < 'f;' or account >= 'r:' and account < 'r;') as both_of_them"
                        + " group by account having sum(won) <> 0 limit "
                        + TOLD);
    }

    /** The first shops that owe the city something. */
    public List<String> below() {
        return refs(
                "select account from money_movement where account >= 'm-' and account < 'm.'"
                        + " group by account having sum(amount) < 0 limit "
                        + TOLD);
    }

    private List<String> refs(String sql) {
        return jdbc.sql(sql).query((row, number) -> row.getString(1)).list();
    }
}
