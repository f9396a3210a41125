/** Refunds: as much as the shop has at once, the rest out of its next sales. */
@ApplicationModule(
        displayName = "Refunds",
        allowedDependencies = {"shared", "web", "ledger", "book", "money"})
@NullMarked
package city.dure.refunds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
