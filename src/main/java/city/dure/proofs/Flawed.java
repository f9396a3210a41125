package city.dure.proofs;

import java.util.Locale;

/** A text is not what it claims to be; says which part of it is wrong. */
public final class Flawed extends RuntimeException {
    /** What can be wrong. */
    public enum Part {
        /** It is longer than any such text. */
        LENGTH("it is too long"),
        /** It is not UTF-8, or holds control characters such as CR. */
        CHARACTERS("it holds characters that do not belong there"),
        /** It does not begin as a proof does. */
        BEGINNING("it does not begin like a proof of record"),
        /** The line with the entry's number. */
        INDEX("the line with the number of the entry cannot be read"),
        /** A line that is not 32 bytes in base 64. */
        HASH("a line is not a hash"),
        /** There is no checkpoint, or it is cut. */
        CHECKPOINT("the signed checkpoint is missing or cut"),
        /** More than one text, one after the other. */
        DOUBLED("it holds more than one text"),
        /** The checkpoint's line with the log's name. */
        ORIGIN("the line with the name of the log cannot be read"),
        /** The checkpoint's line with the size. */
        SIZE("the line with the size of the log cannot be read"),
        /** The checkpoint's line with the root. */
        ROOT("the line with the root of the log cannot be read"),
        /** A line of a signature that cannot be read. */
        SIGNATURE_LINE("a line with a signature cannot be read"),
        /** The signature does not belong to the lines above it. */
        SIGNATURE("the signature does not belong to what stands above it"),
        /** Nobody whose key is known has signed. */
        UNSIGNED("it bears no signature of this key"),
        /** The number is not below the size. */
        BEYOND("the number lies beyond the end of the log"),
        /** The hashes do not lead from the entry to the root. */
        PATH("the hashes do not lead from the entry to the signed root"),
        /** The line of a key. */
        KEY("the line of the key cannot be read");

        private final String words;

        Part(String words) {
            this.words = words;
        }

        /** As it stands in names of messages. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Part part;
    private final int line;

    Flawed(Part part, int line) {
        super(line == 0 ? part.words : part.words + " (line " + line + ")");
        this.part = part;
        this.line = line;
    }

    Flawed(Part part) {
        this(part, 0);
    }

    /** Which part is wrong. */
    public Part part() {
        return part;
    }

    /** What is wrong, in English, within a sentence. */
    public String words() {
        return line == 0 ? part.words : part.words + " (line " + line + ")";
    }

    /** In which line, from 1; 0 when it is not a matter of one line. */
    public int line() {
        return line;
    }
}
