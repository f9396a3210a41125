/** Uploaded lists: encoding, columns, trial run, run in the background, row report. */
@ApplicationModule(
        displayName = "Imports",
        allowedDependencies = {"shared", "web", "ledger", "vault", "identity", "audit"})
@NullMarked
package city.dure.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
