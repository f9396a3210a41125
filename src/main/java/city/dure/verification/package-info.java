/**
 * Checks a stored ledger from its bytes alone, on the command line and for pages; uses nothing of
 * the rooms that wrote it but the hashes, and what modules say their tables must hold.
 */
@ApplicationModule(
        displayName = "Verification",
        allowedDependencies = {"merkle", "proofs", "replay"})
@NullMarked
package city.dure.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
