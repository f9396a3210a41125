package city.dure.packs;

import city.dure.merkle.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** How many entries there are of each kind, and how many closed ones are opened. */
final class PackCounts {
    private final Map<String, Long> kinds = new TreeMap<>();
    private long closed;
    private long opened;

    void add(PackBundle.Entry entry) {
        kinds.merge(entry.kind(), 1L, Long::sum);
        closed += entry.open() ? 0 : 1;
        opened += entry.open() || entry.text() == null ? 0 : 1;
    }

    String opened() {
        return "%,d of %,d".formatted(opened, closed);
    }

    /** Whether the file says the same, to the byte. */
    boolean are(String told, PackTree tree) {
        var each = new TreeMap<String, String>();
        kinds.forEach((kind, count) -> each.put(kind, String.valueOf(count)));
        var counts =
                Map.of(
                        "chain", HexFormat.of().formatHex(tree.chainHash()),
                        "entries", String.valueOf(tree.size()),
                        "kinds", each);
        byte[] bytes = CanonicalJson.bytes(counts);
        return told.equals(new String(bytes, StandardCharsets.UTF_8) + "\n");
    }
}
