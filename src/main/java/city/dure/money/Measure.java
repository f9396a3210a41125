package city.dure.money;

import city.dure.book.TransferId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Locale;

/** What one settlement officer asks for, and a second one lets happen. */
public sealed interface Measure {
    /**
     * The city may sell so much more of its currency in a month.
     *
     * @param amount at its face, in won, above 0
     */
    record Allow(YearMonth month, long amount) implements Measure {}

    /**
     * Money of the city goes into a fund, to be given to citizens.
     *
     * @param fund its name of small letters, digits and dashes
     * @param amount in won, above 0
     */
    record Endow(String fund, long amount) implements Measure {}

    /**
     * Other limits hold from a moment on.
     *
     * @param limits their version is given when it happens
     */
    record Limit(WalletLimits limits, Instant from) implements Measure {}

    /** A transfer was wrong, and is countered whole. */
    record Counter(TransferId transfer) implements Measure {}

    /** The same text for the same change, and for nothing else. */
    default String written() {
        return switch (this) {
            case Allow it -> "allow " + it.month + " " + it.amount;
            case Endow it -> "endow " + it.fund + " " + it.amount;
            case Limit it -> "limit " + it.from + " " + it.limits.written();
            case Counter it -> "counter " + it.transfer.ref();
        };
    }

    /**
     * The change of a text.
     *
     * @throws IllegalArgumentException when it is none
     */
    static Measure read(String text) {
        var words = text.split(" ", 3);
        return switch (words[0]) {
            case "allow" -> new Allow(YearMonth.parse(words[1]), Long.parseLong(words[2]));
            case "endow" -> new Endow(words[1], Long.parseLong(words[2]));
            case "limit" -> new Limit(WalletLimits.read(words[2]), Instant.parse(words[1]));
            case "counter" -> new Counter(TransferId.valueOf(words[1]));
            default -> throw new IllegalArgumentException("no measure: " + text);
        };
    }

    /** What kind it is, by its stable code. */
    default String code() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
