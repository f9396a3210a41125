package city.dure.notices;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What is sent to an address once.
 *
 * @param key of a message; its title, for mail, is the message {@code <key>.subject}
 * @param arguments what both are filled with
 * @param useful how long it is of use; later it is not sent any more
 */
public record MessageText(String key, List<String> arguments, Locale language, Duration useful) {}
