package city.dure.book;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Funds and rights to issue, each in pieces: who takes from one takes a piece that nobody else has
 * at the moment, so that a fund is no row for which everybody waits, and yet never gives more than
 * it has.
 */
@Component
class Slices {
    private static final int PIECES = 64;

    /** From so much on, in won, it is worth touching every piece. */
    private static final long EVENLY = 10_000_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    Slices(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    private record Slice(int no, long remaining) {}

    /** Gives a new fund its empty pieces; nothing happens where it has them. */
    void open(Holder holder) {
        batch.batchUpdate(
                "insert into money_slice (account, no, remaining) values (?, ?, 0)"
                        + " on conflict do nothing",
                IntStream.range(0, PIECES)
                        .mapToObj(no -> new Object[] {holder.ref(), no})
                        .toList());
    }

    /** Adds what came in: a large amount evenly, a small one to some piece. */
    void fill(Holder holder, long amount) {
        if (amount >= EVENLY) {
            spread(holder, amount);
        } else {
            change(holder, ThreadLocalRandom.current().nextInt(PIECES), amount);
        }
    }

    /** Takes an amount; false when there is not that much, and nothing is taken. */
    boolean take(Holder holder, long amount) {
        return takeFree(holder, amount) || takeAll(holder, amount);
    }

    /** What is left of it. */
    long left(Holder holder) {
        return jdbc.sql("select coalesce(sum(remaining), 0) from money_slice where account = ?")
                .param(holder.ref())
                .query((row, number) -> row.getLong(1))
                .single();
    }

    private boolean takeFree(Holder holder, long amount) {
        var found =
                jdbc.sql(
                                "select no, remaining from money_slice where account = ?"
                                        + " and remaining >= ? limit 1 for update skip locked")
                        .params(holder.ref(), amount)
                        .query(Slices::slice)
                        .optional();
        found.ifPresent(slice -> change(holder, slice.no(), -amount));
        return found.isPresent();
    }

    /** No piece alone has that much: all of them, once nobody else has any. */
    private boolean takeAll(Holder holder, long amount) {
        List<Slice> slices =
                jdbc.sql(
                                "select no, remaining from money_slice where account = ?"
                                        + " order by no for update")
                        .param(holder.ref())
                        .query(Slices::slice)
                        .list();
        if (slices.stream().mapToLong(Slice::remaining).sum() < amount) {
            return false;
        }
        long wanted = amount;
        for (Slice slice : slices) {
            long taken = Math.min(wanted, slice.remaining());
            if (taken > 0) {
                change(holder, slice.no(), -taken);
                wanted -= taken;
            }
        }
        return true;
    }

    private void spread(Holder holder, long amount) {
        jdbc.sql(
                        "update money_slice set remaining = remaining + cast(? as bigint) +"
                                + " case when no < ? then 1 else 0 end where account = ?")
                .params(amount / PIECES, amount % PIECES, holder.ref())
                .update();
    }

    private static Slice slice(ResultSet row, int number) throws SQLException {
        return new Slice(row.getInt("no"), row.getLong("remaining"));
    }

    private void change(Holder holder, int no, long amount) {
        int changed =
                jdbc.sql(
                                "update money_slice set remaining = remaining + ?"
                                        + " where account = ? and no = ?")
                        .params(amount, holder.ref(), no)
                        .update();
        if (changed != 1) {
            throw new IllegalStateException("no pieces: " + holder);
        }
    }
}
