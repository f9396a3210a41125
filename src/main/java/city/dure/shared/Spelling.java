package city.dure.shared;

import java.text.Normalizer;
import java.util.Locale;

/** One spelling for what people write in many: composed Hangul, lower case, no blanks. */
public final class Spelling {
    private Spelling() {}

    /** The text as it is searched and compared. */
    public static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}\\p{Cc}\\p{Cf}]+", "");
    }
}
