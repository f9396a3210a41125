package city.dure.book;

import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for, so that it happens once.
 *
 * @param key who asks twice with one key gets the first answer
 * @param question everything that is asked for, as one text of at most 200 characters that is the
 *     same for the same and nothing else; another question with a key that was used is refused
 * @param reference what it is made for, such as a payment; null where it stands for itself
 */
public record Asked(String key, String question, @Nullable String reference) {}
