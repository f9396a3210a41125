/**
 * What may be done with value: topping up, paying, giving back, expiring, and what the city may
 * issue; each by its rules and limits. Without pages.
 */
@ApplicationModule(
        displayName = "Money",
        allowedDependencies = {"shared", "web", "ledger", "book", "identity", "approvals"})
@NullMarked
package city.dure.money;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
