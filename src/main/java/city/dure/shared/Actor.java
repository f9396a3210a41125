package city.dure.shared;

/**
 * Who acts, and in which capacity.
 *
 * @param ref the account's public id ({@code u-…}), or {@code system} or {@code anyone}
 * @param role the one role under which this act is done
 */
public record Actor(String ref, Role role) implements Subject {
    /** The portal itself, for work that no person asked for. */
    public static final Actor SYSTEM = new Actor("system", Role.SYSTEM);

    /** Somebody who has not signed in. */
    public static final Actor ANYONE = new Actor("anyone", Role.ANYONE);

    /** Whether this is a person or machine that has signed in. */
    public boolean signedIn() {
        return role != Role.ANYONE && role != Role.SYSTEM;
    }
}
