/** The pages on which administrators set up their city. */
@ApplicationModule(
        displayName = "City office",
        allowedDependencies = {"shared", "web", "ledger", "city", "papers"})
@NullMarked
package city.dure.cityoffice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
