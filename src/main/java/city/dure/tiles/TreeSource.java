package city.dure.tiles;

import java.util.List;

/** Where a sealed tree is read from; each range is without its end. */
public interface TreeSource {
    /** The hashes of the complete subtrees over {@code 256^level} entries, in their order. */
    List<byte[]> hashes(int level, long from, long to);

    /** The exact bytes of entries, in their order. */
    List<byte[]> leaves(long from, long to);
}
