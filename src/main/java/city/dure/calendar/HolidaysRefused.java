package city.dure.calendar;

/**
 * A file that is no list of holidays; the key and its arguments make the sentence that says why.
 */
class HolidaysRefused extends RuntimeException {
    final String key;
    final transient Object[] arguments;

    HolidaysRefused(String key, Object... arguments) {
        super(key);
        this.key = key;
        this.arguments = arguments;
    }
}
