package city.dure.packs;

import city.dure.merkle.CanonicalJson;
import city.dure.merkle.Hashes;
import city.dure.verification.Damage;
import city.dure.verification.Damage.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Some entries of an exported ledger, read and checked on their own: against the tile of their
 * hashes, and against what opens them. What they mean to the tree is for {@link PackCheck}.
 *
 * @param entries in their order; fewer than asked for when the bundle is missing or cut
 * @param damages what is wrong with them
 */
record PackBundle(List<Entry> entries, List<Damage> damages) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, Object>> OBJECT = new TypeReference<>() {};
    private static final int HASH = 32;
    private static final int SALT = 32;

    /**
     * An entry.
     *
     * @param kind with its version; empty when it cannot be read
     * @param text what holds its details; null when they are closed and nothing opens them
     */
    record Entry(byte[] hash, String kind, boolean open, byte @Nullable [] text) {
        /** Read out only for who asks: most entries are of kinds that nobody replays. */
        @Nullable Map<String, Object> details() {
            if (text == null) {
                return null;
            }
            var object = object(text);
            return open ? shownDetails(object) : object;
        }
    }

    /** What is asked of each leaf. */
    private record Label(String kind, boolean open) {
        /** Goes through the whole leaf, so that it is known to be readable. */
        static Label of(byte[] leaf) {
            String kind = "";
            boolean open = false;
            try (var in = JSON.createParser(leaf)) {
                require(in.nextToken() == JsonToken.START_OBJECT);
                for (String name = in.nextName(); name != null; name = in.nextName()) {
                    var value = in.nextToken();
                    if (name.equals("kind")) {
                        kind = in.getString();
                    } else if (name.equals("details")) {
                        require(value == JsonToken.START_OBJECT);
                        open = true;
                    }
                    in.skipChildren();
                }
                require(in.nextToken() == null);
            }
            return new Label(kind, open);
        }
    }

    /** Salt and details, as the export wrote them. */
    private record Opening(byte[] salt, byte[] details) {}

    static PackBundle read(PackFile file, long number, int width) throws IOException {
        long first = number * PackFile.WIDTH;
        var damages = new ArrayList<Damage>();
        byte[] bundle = file.bundle(number, width).orElse(new byte[0]);
        var leaves = leaves(bundle, width);
        if (leaves.size() < width) {
            String sentence = "The file lacks entries from %d on.".formatted(first + leaves.size());
            damages.add(new Damage(first + leaves.size(), Kind.DELETED, sentence));
        } else if (bundle.length > leaves.stream().mapToInt(leaf -> leaf.length + 2).sum()) {
            String sentence = "After entry %d there are bytes of no entry.";
            long last = first + width - 1;
            damages.add(new Damage(last, Kind.CHANGED, sentence.formatted(last)));
        }
        var openings = openings(file, number, width, damages);
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < leaves.size(); i++) {
            entries.add(entry(first + i, leaves.get(i), openings.get(first + i), damages));
        }
        compare(file.tile(0, number, width).orElse(new byte[0]), first, entries, damages);
        return new PackBundle(entries, damages);
    }

    private static void compare(
            byte[] tile, long first, List<Entry> entries, List<Damage> damages) {
        for (int i = 0; i < entries.size(); i++) {
            int from = i * HASH;
            boolean same =
                    tile.length >= from + HASH
                            && Arrays.equals(
                                    tile, from, from + HASH, entries.get(i).hash(), 0, HASH);
            if (!same) {
                String sentence = "Entry %d does not have the hash in its tile.";
                damages.add(new Damage(first + i, Kind.CHANGED, sentence.formatted(first + i)));
            }
        }
        if (tile.length > entries.size() * HASH) {
            String sentence = "The tile from entry %d on is too long.".formatted(first);
            damages.add(new Damage(first, Kind.TREE, sentence));
        }
    }

    private static Entry entry(
            long number, byte[] leaf, @Nullable Opening opening, List<Damage> damages) {
        byte[] hash = Hashes.leaf(leaf);
        try {
            var label = Label.of(leaf);
            boolean open = label.open();
            if (opening != null && !opens(opening, object(leaf), open)) {
                String sentence = "What opens entry %d does not fit its public bytes.";
                damages.add(new Damage(number, Kind.OPENING, sentence.formatted(number)));
            }
            return new Entry(hash, label.kind(), open, open ? leaf : text(opening));
        } catch (JacksonException
                | ClassCastException
                | IllegalArgumentException
                | NullPointerException e) {
            // It was hashed above all the same; no sealed entry is like this.
            String sentence = "Entry %d cannot be read.".formatted(number);
            damages.add(new Damage(number, Kind.CHANGED, sentence));
            return new Entry(hash, "", true, null);
        }
    }

    private static byte @Nullable [] text(@Nullable Opening opening) {
        if (opening == null) {
            return null;
        }
        object(opening.details()); // refused where it cannot be read
        return opening.details();
    }

    private static boolean opens(Opening opening, Map<String, Object> shown, boolean open) {
        return open
                ? Arrays.equals(CanonicalJson.bytes(shownDetails(shown)), opening.details())
                : Base64.getEncoder()
                        .encodeToString(Hashes.commit(opening.salt(), opening.details()))
                        .equals(shown.get("commitment"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> shownDetails(Map<String, Object> shown) {
        return (Map<String, Object>) Objects.requireNonNull(shown.get("details"));
    }

    /** Two bytes of length in front of each (C2SP tlog-tiles); ends where that is not so. */
    private static List<byte[]> leaves(byte[] bundle, int width) {
        var leaves = new ArrayList<byte[]>();
        int at = 0;
        while (leaves.size() < width && at + 2 <= bundle.length) {
            int end = at + 2 + ((bundle[at] & 0xff) << Byte.SIZE | bundle[at + 1] & 0xff);
            if (end > bundle.length) {
                return leaves;
            }
            leaves.add(Arrays.copyOfRange(bundle, at + 2, end));
            at = end;
        }
        return leaves;
    }

    private static Map<Long, Opening> openings(
            PackFile file, long number, int width, List<Damage> damages) throws IOException {
        var openings = new HashMap<Long, Opening>();
        byte[] lines = file.openings(number, width).orElse(new byte[0]);
        long first = number * PackFile.WIDTH;
        try {
            for (String line : new String(lines, StandardCharsets.UTF_8).lines().toList()) {
                var opening = object(line.getBytes(StandardCharsets.UTF_8));
                long entry = Long.parseLong(text(opening, "number"));
                require(entry >= first && entry < first + width);
                require(openings.put(entry, opening(opening)) == null);
            }
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            String sentence = "What opens the entries from %d on cannot be read.".formatted(first);
            damages.add(new Damage(first, Kind.OPENING, sentence));
        }
        return openings;
    }

    private static Opening opening(Map<String, Object> line) {
        byte[] salt = Base64.getDecoder().decode(text(line, "salt"));
        require(salt.length == SALT);
        return new Opening(salt, text(line, "details").getBytes(StandardCharsets.UTF_8));
    }

    private static void require(boolean asExported) {
        if (!asExported) {
            throw new IllegalArgumentException("no line of an export");
        }
    }

    private static String text(Map<String, Object> object, String key) {
        return String.valueOf(object.get(key));
    }

    private static TreeMap<String, Object> object(byte[] json) {
        return JSON.readValue(json, OBJECT);
    }
}
