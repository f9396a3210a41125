package city.dure.recordproofs;

import city.dure.proofs.Flawed;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param kind how it ended
 * @param key the message that says what was found, below {@code recordproofs.found}
 * @param arguments what the message is filled with
 * @param line in which line of the proof it was found, from 1; 0 when in none alone
 * @param number the entry of this ledger that it speaks of
 */
record Verdict(Kind kind, String key, List<Object> arguments, int line, @Nullable Long number) {
    /** How a check can end; the title over the sentence. */
    enum Kind {
        /** Genuine, and what it speaks of is in this ledger. */
        HERE("success"),
        /** Genuine, from another log. */
        ELSEWHERE("success"),
        /** From another log; something is lacking to say whether it is genuine. */
        UNKNOWN("info"),
        /** Three lines that are those of this ledger. */
        SAME("success"),
        /** Three lines that are not. */
        DIFFERENT("error"),
        /** This ledger is not that long yet. */
        NEWER("warning"),
        /** Something in it is not as it was handed out. */
        ALTERED("error"),
        /** Signed with this log's key, and not about this ledger's entries. */
        CONTRADICTION("error");

        private final String colour;

        Kind(String colour) {
            this.colour = colour;
        }

        /** Which of the colours of a notice it bears. */
        public String colour() {
            return colour;
        }

        /** As it stands in names of messages. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Verdict of(Kind kind, String key, Object... arguments) {
        return new Verdict(kind, key, List.of(arguments), 0, null);
    }

    /** Altered, at a part that has a name. */
    static Verdict altered(Flawed flaw) {
        return altered(flaw.part().code(), flaw.line());
    }

    /** Altered, in a line from 1; 0 when it is not a matter of one line. */
    static Verdict altered(String part, int line) {
        return new Verdict(Kind.ALTERED, "altered." + part, List.of(), line, null);
    }

    Verdict about(long entry) {
        return new Verdict(kind, key, arguments, line, entry);
    }
}
