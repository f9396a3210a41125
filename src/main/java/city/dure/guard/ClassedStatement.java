package city.dure.guard;

import org.jspecify.annotations.Nullable;

/**
 * What a statement changes.
 *
 * @param table the table it writes to; null where it only reads
 * @param tableClass the class of that table; null where it only reads
 * @param inserts whether it inserts rows
 */
record ClassedStatement(@Nullable String table, @Nullable TableClass tableClass, boolean inserts) {
    private static final String PENDING = "ledger_pending";

    static final ClassedStatement READS = new ClassedStatement(null, null, false);

    boolean changesBusiness() {
        return tableClass == TableClass.BUSINESS;
    }

    /** Whether this is what the ledger does last for each entry it records. */
    boolean recordsEntry() {
        return inserts && PENDING.equals(table);
    }
}
