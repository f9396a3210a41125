package city.dure.uploads;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Recognises files that are no lists at all, by how they begin. */
enum Magic {
    WORKBOOK("504b0304", "d0cf11e0a1b11ae1"),
    PDF("255044462d"),
    IMAGE("89504e47", "ffd8ff", "47494638", "52494646"),
    ARCHIVE("1f8b", "377abcaf271c", "52617221", "414c5a01"),
    UTF_16("fffe", "feff");

    /** How much of the file {@link #of} wants to see. */
    static final int WANTED = 4096;

    private final List<String> beginnings;

    Magic(String... beginnings) {
        this.beginnings = List.of(beginnings);
    }

    /** Why a file with this beginning cannot be a list, if so. */
    static Optional<Fault> of(byte[] start, int length) {
        String hex = HexFormat.of().formatHex(start, 0, Math.min(length, 16));
        for (Magic magic : values()) {
            if (magic.beginnings.stream().anyMatch(hex::startsWith)) {
                return Optional.of(magic.fault());
            }
        }
        if (manyNuls(start, length)) {
            return Optional.of(UTF_16.fault());
        }
        return isMarkup(start, length) ? Optional.of(Fault.of("file.markup")) : Optional.empty();
    }

    private Fault fault() {
        return Fault.of("file." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /**
     * Half of the bytes of Latin text in UTF-16 are NUL, and some of any text: line ends, commas.
     */
    private static boolean manyNuls(byte[] start, int length) {
        int nuls = 0;
        for (int i = 0; i < length; i++) {
            nuls += start[i] == 0 ? 1 : 0;
        }
        return nuls * 20 > length;
    }

    private static boolean isMarkup(byte[] start, int length) {
        String text =
                new String(start, 0, Math.min(length, 200), StandardCharsets.ISO_8859_1)
                        .stripLeading()
                        .toLowerCase(Locale.ROOT);
        return text.startsWith("<!doctype") || text.startsWith("<html") || text.startsWith("<?xml");
    }
}
