package city.dure.guard;

/** What a change of a table means to the ledger. */
enum TableClass {
    /** Part of the city's business: a change needs an entry in the same transaction. */
    BUSINESS,
    /** Computed from the sealed ledger by a follower, and can be computed again. */
    PROJECTION,
    /** Keeps the portal running; the reason stands beside its line in the list. */
    TECHNICAL
}
