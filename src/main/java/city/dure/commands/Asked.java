package city.dure.commands;

import city.dure.proofs.Flawed;
import city.dure.proofs.KeyLine;
import city.dure.verification.RememberedHead;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the command {@code verify} was asked for.
 *
 * @param head to compare with; null when none was given
 * @param pack an exported ledger in place of the database
 * @param key whose signature the pack must bear; null to take the key in it
 * @param tables whether what the pack's entries come to is compared with the database as well
 */
record Asked(
        @Nullable RememberedHead head, @Nullable Path pack, @Nullable KeyLine key, boolean tables) {
    private static final String USAGE =
            "usage: java -jar dure.jar verify [--head SIZE:ROOT]"
                    + " [--pack FILE [--key LINE] [--tables]]";
    private static final String TABLES = "--tables";
    private static final List<String> NAMES = List.of("--head", "--pack", "--key");

    /**
     * Reads the arguments, each as {@code --name value} or {@code --name=value}.
     *
     * @throws IllegalArgumentException when they are not those of this command
     */
    static Asked of(String... arguments) {
        var given = new HashMap<String, String>();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals(TABLES)) {
                given.put(TABLES, "");
                continue;
            }
            String[] parts = arguments[i].split("=", 2);
            boolean apart = parts.length == 1 && i + 1 < arguments.length;
            String value = apart ? arguments[++i] : parts[parts.length - 1];
            if (!NAMES.contains(parts[0])
                    || parts.length == 1 && !apart
                    || given.put(parts[0], value) != null) {
                throw new IllegalArgumentException(USAGE);
            }
        }
        if (!given.containsKey("--pack")
                && (given.containsKey("--key") || given.containsKey(TABLES))) {
            throw new IllegalArgumentException(USAGE);
        }
        return of(given);
    }

    private static Asked of(Map<String, String> given) {
        String head = given.get("--head");
        String pack = given.get("--pack");
        return new Asked(
                head == null ? null : RememberedHead.parse(head),
                pack == null ? null : Path.of(pack),
                key(given.get("--key")),
                given.containsKey(TABLES));
    }

    private static @Nullable KeyLine key(@Nullable String line) {
        try {
            return line == null ? null : KeyLine.parse(line.strip());
        } catch (Flawed e) {
            throw new IllegalArgumentException("--key: " + e.words());
        }
    }
}
