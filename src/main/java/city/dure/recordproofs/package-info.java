/**
 * Proofs of record for people: from the act to its number, the file that anybody can check, and the
 * pages that check such files and what is printed on notice boards.
 */
@ApplicationModule(
        displayName = "Proofs of record",
        allowedDependencies = {"shared", "web", "ledger", "tiles", "publishing", "proofs", "audit"})
@NullMarked
package city.dure.recordproofs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
