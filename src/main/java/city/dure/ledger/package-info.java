/** Records what happened, seals it in one order, and checks that nobody changed it. */
@ApplicationModule(
        displayName = "Ledger",
        allowedDependencies = {"shared", "merkle"})
@NullMarked
package city.dure.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
