/** Uploaded lists and what they are uploaded into: staging, trial run, run in the background. */
@ApplicationModule(
        displayName = "Imports",
        allowedDependencies = {"shared", "web", "ledger", "uploads", "vault"})
@NullMarked
package city.dure.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
