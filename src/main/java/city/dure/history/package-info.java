/** What a newer file of a list changes beyond its rows, and taking a whole run back. */
@ApplicationModule(
        displayName = "List history",
        allowedDependencies = {"shared", "web", "ledger", "imports"})
@NullMarked
package city.dure.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
