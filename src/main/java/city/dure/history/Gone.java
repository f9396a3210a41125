package city.dure.history;

import city.dure.history.ListMemory.Fate;
import java.util.Locale;

/** Something that a list named and its newer file does not. */
public record Gone(String key, String title, String href, Fate fate) {
    /** Message key of what may become of it. */
    public String fateKey() {
        return "history.fate." + fate.name().toLowerCase(Locale.ROOT);
    }
}
