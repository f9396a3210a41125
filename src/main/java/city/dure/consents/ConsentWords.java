package city.dure.consents;

/**
 * What the law has people be told before they agree (Personal Information Protection Act, articles
 * 15 (2) and 17 (2)).
 *
 * @param purpose what the data is used for
 * @param items which data
 * @param kept how long it is kept
 * @param refusal that one may refuse, and what follows from it
 * @param recipient who gets it; empty when nobody else does
 */
public record ConsentWords(
        String purpose, String items, String kept, String refusal, String recipient) {}
