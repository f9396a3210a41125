package city.dure.tiles;

import java.util.Locale;
import java.util.regex.Pattern;

/** Where a tile stands below the log's address (C2SP tlog-tiles). */
public final class TilePath {
    /** So many hashes or entries has a full tile. */
    public static final int WIDTH = 256;

    private static final Pattern ANY =
            Pattern.compile(
                    "tile/(?:entries|[0-9]|[1-5][0-9]|6[0-3])/(?:x\\d{3}/)*\\d{3}(?:\\.p/[1-9]\\d{0,2})?");
    private static final int GROUP = 1000;

    private TilePath() {}

    /** Whether a path is that of a tile. */
    public static boolean matches(String path) {
        return ANY.matcher(path).matches();
    }

    /** The path of a tile of hashes. */
    public static String hashes(int level, long number, int width) {
        return "tile/" + level + "/" + number(number) + partial(width);
    }

    /** The path of a bundle of entries. */
    public static String entries(long number, int width) {
        return "tile/entries/" + number(number) + partial(width);
    }

    /** Groups of three digits, all but the last after an x: 1234067 is x001/x234/067. */
    private static String number(long number) {
        var written = new StringBuilder(group(number));
        for (long rest = number / GROUP; rest > 0; rest /= GROUP) {
            written.insert(0, "x" + group(rest) + "/");
        }
        return written.toString();
    }

    private static String group(long number) {
        return String.format(Locale.ROOT, "%03d", number % GROUP);
    }

    private static String partial(int width) {
        return width == WIDTH ? "" : ".p/" + width;
    }
}
