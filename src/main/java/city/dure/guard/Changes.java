package city.dure.guard;

import java.util.Set;
import java.util.TreeSet;

/**
 * What a transaction has done up to a point.
 *
 * @param business the business tables in which it changed rows
 * @param recorded whether it recorded an entry of the ledger
 */
record Changes(Set<String> business, boolean recorded) {
    static final Changes NONE = new Changes(Set.of(), false);

    /** These changes and those of one more statement that changed so many rows. */
    Changes with(ClassedStatement statement, long rows) {
        if (rows == 0 || statement.table() == null) {
            return this;
        }
        if (!statement.changesBusiness() || business.contains(statement.table())) {
            return new Changes(business, recorded || statement.recordsEntry());
        }
        var more = new TreeSet<>(business);
        more.add(statement.table());
        return new Changes(Set.copyOf(more), recorded);
    }

    /** Whether these must not be committed. */
    boolean silent() {
        return !business.isEmpty() && !recorded;
    }

    /** Says which tables were changed in silence. */
    Refused refusal() {
        return new Refused(
                "This transaction changed "
                        + String.join(", ", new TreeSet<>(business))
                        + " and recorded no entry in the ledger, so it was rolled back."
                        + " Call Ledger.record in the same transaction.");
    }
}
