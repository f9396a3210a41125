package city.dure.tiles;

import java.util.Base64;

/**
 * A checkpoint with its signatures, as it is stored and shown (C2SP signed-note).
 *
 * @param size how many entries
 * @param root the root over them
 * @param note the text, an empty line, and a line for each signature
 */
public record SignedCheckpoint(long size, byte[] root, String note) {
    private static final int LONGEST = 1 << 20;

    /** The log's name. */
    public String origin() {
        return note.substring(0, note.indexOf('\n'));
    }

    /**
     * Reads what stands in a file; whose signature it bears is for readers to check.
     *
     * @throws IllegalArgumentException when the text is no checkpoint
     */
    public static SignedCheckpoint read(String note) {
        String[] lines = note.length() > LONGEST ? new String[0] : note.split("\n", 5);
        if (lines.length < 5 || !lines[1].matches("0|[1-9]\\d{0,17}") || !lines[3].isEmpty()) {
            throw new IllegalArgumentException("no checkpoint: " + lines.length + " lines");
        }
        byte[] root = Base64.getDecoder().decode(lines[2]);
        return new SignedCheckpoint(Long.parseLong(lines[1]), root, note);
    }
}
