package city.dure.vault;

/** A sealed value that was changed, moved to another row or sealed under another key. */
public class NotGenuine extends RuntimeException {
    NotGenuine(String context, Throwable cause) {
        super("the vault cannot open " + context + ": changed, moved or under another key", cause);
    }
}
