package city.dure.imports;

/**
 * What a target is told about the run whose rows it gets.
 *
 * @param id names the run, also in the ledger
 * @param source which list this is, in the words of the official who uploaded it; the same list has
 *     the same source every time
 */
public record ImportRun(ImportId id, String source) {}
