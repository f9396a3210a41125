/** The auditor's page on which the whole ledger is checked, and what became of each check. */
@ApplicationModule(
        displayName = "Verifications",
        allowedDependencies = {"shared", "web", "ledger", "replay", "verification", "identity"})
@NullMarked
package city.dure.verifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
