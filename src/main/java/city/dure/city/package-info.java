/** The city's name, currency, categories, and districts with their outlines. */
@ApplicationModule(
        displayName = "City",
        allowedDependencies = {"shared", "web", "ledger", "audit", "outlines"})
@NullMarked
package city.dure.city;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
