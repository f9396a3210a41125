/** Who holds which value, in lots with their terms, and how it moves. */
@ApplicationModule(
        displayName = "Money",
        allowedDependencies = {"shared", "web", "ledger", "replay", "identity", "approvals"})
@NullMarked
package city.dure.money;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
