package city.dure.audit;

import org.jspecify.annotations.Nullable;

/**
 * One detail of an entry in words.
 *
 * @param ref the reference of the subject that the value names, for a link to its history
 */
record Detail(String label, String value, @Nullable String ref) {}
