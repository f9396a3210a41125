package city.dure.vault;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Wraps every key anew while the master key is being changed, a piece a transaction of the caller,
 * who records it. What is sealed under those keys stays as it is.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Rewrapping {
    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final MasterKey master;

    Rewrapping(JdbcClient jdbc, JdbcTemplate batch, MasterKey master) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.master = master;
    }

    /**
     * What became of a piece.
     *
     * @param last where the next one goes on; null when there is none
     * @param wrapped how many of its keys were under the key before
     */
    public record Piece(@Nullable String last, int wrapped) {}

    private record Row(String name, byte[] wrapped) {}

    /** Whether a master key takes over from another. */
    public boolean isDue() {
        return master.isChanging();
    }

    /** The first letters of the fingerprint of the key in force. */
    public String masterKey() {
        return master.shortly();
    }

    /** The keys of the next so many subjects; the forgotten have none. */
    public Piece subjects(@Nullable String after, int most) {
        var rows =
                jdbc.sql(
                                "select subject, wrapped from vault_key where subject > ?"
                                        + " and wrapped is not null order by subject limit ?")
                        .params(after == null ? "" : after, most)
                        .query((row, number) -> new Row(row.getString(1), row.getBytes(2)))
                        .list();
        var changes = new ArrayList<Object[]>();
        for (Row row : rows) {
            master.rewrap(row.wrapped(), DataKeys.context(row.name()))
                    .ifPresent(wrapped -> changes.add(new Object[] {wrapped, row.name()}));
        }
        // Who is forgotten meanwhile stays forgotten.
        batch.batchUpdate(
                "update vault_key set wrapped = ? where subject = ? and wrapped is not null",
                changes);
        return new Piece(rows.size() < most ? null : rows.getLast().name(), changes.size());
    }

    /** The portal's own keys, which are few. */
    public int secrets() {
        var rows =
                jdbc.sql("select name, wrapped from vault_secret")
                        .query((row, number) -> new Row(row.getString(1), row.getBytes(2)))
                        .list();
        var changes = new ArrayList<Object[]>();
        for (Row row : rows) {
            master.rewrap(row.wrapped(), Keys.context(row.name()))
                    .ifPresent(wrapped -> changes.add(new Object[] {wrapped, row.name()}));
        }
        batch.batchUpdate("update vault_secret set wrapped = ? where name = ?", changes);
        return changes.size();
    }

    /** The key before is not needed any more; the caller found nothing under it. */
    public void finish() {
        master.finish();
    }
}
