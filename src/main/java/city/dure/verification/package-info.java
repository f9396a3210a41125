/**
 * Checks a stored ledger from its bytes alone, on the command line and for pages; uses nothing of
 * the rooms that wrote it but the hashes.
 */
@ApplicationModule(
        displayName = "Verification",
        allowedDependencies = {"merkle"})
@NullMarked
package city.dure.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
