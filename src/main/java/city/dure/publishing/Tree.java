package city.dure.publishing;

import city.dure.merkle.Frontier;
import city.dure.tiles.TreeSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sealed ledger as the sealer stored it. */
@Component
class Tree implements TreeSource {
    private static final int TILE_BITS = 8;

    private final JdbcClient jdbc;

    Tree(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The ledger's name and how many entries it has. */
    record Head(String origin, long size) {}

    Head head() {
        return jdbc.sql("select origin, size from ledger_head")
                .query((row, i) -> new Head(row.getString("origin"), row.getLong("size")))
                .single();
    }

    /** The root over the first entries; reads one hash a level. */
    byte[] root(long size) {
        return new Frontier(size, this::hash).root();
    }

    @Override
    public List<byte[]> hashes(int level, long from, long to) {
        String sql =
                level == 0
                        ? "select leaf_hash from ledger_leaf where seq >= ? and seq < ? order by seq"
                        : "select hash from ledger_node where idx >= ? and idx < ? and level = "
                                + level * TILE_BITS
                                + " order by idx";
        return bytes(sql, from, to);
    }

    @Override
    public List<byte[]> leaves(long from, long to) {
        return bytes(
                "select e.leaf from ledger_leaf l join ledger_entry e on e.id = l.entry_id"
                        + " where l.seq >= ? and l.seq < ? order by l.seq",
                from,
                to);
    }

    private List<byte[]> bytes(String sql, long from, long to) {
        return jdbc.sql(sql).params(from, to).query((row, i) -> row.getBytes(1)).list();
    }

    private byte[] hash(int level, long idx) {
        String sql =
                level == 0
                        ? "select leaf_hash from ledger_leaf where seq = ?"
                        : "select hash from ledger_node where idx = ? and level = " + level;
        return jdbc.sql(sql).param(idx).query((row, i) -> row.getBytes(1)).single();
    }
}
