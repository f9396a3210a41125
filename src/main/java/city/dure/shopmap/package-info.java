/** Maps of businesses, the list of places to mend, and bars by district and category. */
@ApplicationModule(
        displayName = "Shop map",
        allowedDependencies = {"shared", "web", "ledger", "city", "merchants", "finder"})
@NullMarked
package city.dure.shopmap;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
