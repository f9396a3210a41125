package city.dure.uploads;

import java.util.Arrays;
import java.util.List;

/**
 * What is wrong with a file or a row, as a message key and what its placeholders stand for; numbers
 * are plain digits.
 */
public record Fault(String key, List<String> args) {
    public Fault {
        args = List.copyOf(args);
    }

    static Fault of(String key, Object... args) {
        return new Fault("uploads." + key, Arrays.stream(args).map(String::valueOf).toList());
    }
}
