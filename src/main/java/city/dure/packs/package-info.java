/**
 * Checks an exported ledger from its file alone, without a database; uses nothing of the rooms that
 * wrote it but the hashes.
 */
@ApplicationModule(
        displayName = "Packs",
        allowedDependencies = {"merkle", "proofs", "replay", "verification"})
@NullMarked
package city.dure.packs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
