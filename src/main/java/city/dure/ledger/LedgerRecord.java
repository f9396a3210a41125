package city.dure.ledger;

/**
 * What happened, as one module describes it: a Java record annotated with {@link LedgerKind}.
 *
 * <p>Its components become the details of the entry under their names in snake case. A component is
 * a string, number, boolean, enum, date, {@link city.dure.shared.Subject} (which also makes the
 * entry findable under that subject), a list of these, or a map of strings; a null is left out.
 * Never a name, phone number, address or free text of a person.
 */
public interface LedgerRecord {}
