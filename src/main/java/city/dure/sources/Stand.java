package city.dure.sources;

/** How what a list says about a business relates to the business. */
public enum Stand {
    /** The business follows this list. */
    LEADS,
    /** It says the same, or nothing that matters. */
    FOLLOWS,
    /** It contradicts the list that leads; an official is to decide which one counts. */
    DIFFERS,
    /** Decided: another list counts. */
    YIELDS
}
