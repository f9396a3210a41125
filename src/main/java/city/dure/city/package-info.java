/** The city's name, currency, districts and categories. */
@ApplicationModule(
        displayName = "City",
        allowedDependencies = {"shared", "web", "ledger", "audit"})
@NullMarked
package city.dure.city;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
