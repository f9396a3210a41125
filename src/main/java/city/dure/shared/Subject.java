package city.dure.shared;

/**
 * Something an entry of the ledger can be about; its reference is random and says nothing personal.
 */
public interface Subject {
    /** The public id, such as {@code m-7Q2K…}; never changes. */
    String ref();
}
