package city.dure.access;

/**
 * The browser that somebody uses, as far as it can be known again.
 *
 * @param ref a keyed mark of its random number, so that what keeps it cannot make its cookie
 */
public record Device(String ref) {}
