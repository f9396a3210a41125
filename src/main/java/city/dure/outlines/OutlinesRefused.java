package city.dure.outlines;

import java.util.Arrays;
import java.util.List;

/** A file that gives no usable outlines; says why, as a message key and its arguments. */
public class OutlinesRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<String> args;

    private OutlinesRefused(String key, List<String> args) {
        super(key + args);
        this.key = key;
        this.args = args;
    }

    /** Refuses with a message of this room. */
    public static OutlinesRefused because(String key, Object... args) {
        return new OutlinesRefused(
                "outlines.refused." + key, Arrays.stream(args).map(String::valueOf).toList());
    }

    /** The message, for officials. */
    public String key() {
        return key;
    }

    /** What the message is filled with. */
    public List<String> args() {
        return args;
    }
}
