/** What shops say of themselves: opening hours and photos. */
@ApplicationModule(
        displayName = "Storefronts",
        allowedDependencies = {"shared", "web", "ledger", "papers", "calendar", "merchants"})
@NullMarked
package city.dure.storefronts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
