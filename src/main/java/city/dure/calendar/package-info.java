/** Public holidays, and which days the city's offices and banks work. */
@ApplicationModule(
        displayName = "Calendar",
        allowedDependencies = {"shared", "web", "ledger", "city", "uploads"})
@NullMarked
package city.dure.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
