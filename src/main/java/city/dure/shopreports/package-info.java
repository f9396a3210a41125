/** What citizens report about shops, closed or refusing the currency, and what comes of it. */
@ApplicationModule(
        displayName = "Shop reports",
        allowedDependencies = {"shared", "web", "ledger", "audit", "identity", "city", "merchants"})
@NullMarked
package city.dure.shopreports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
