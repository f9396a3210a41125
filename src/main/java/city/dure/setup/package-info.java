/** Making a city in an empty database. */
@ApplicationModule(
        displayName = "Setup",
        allowedDependencies = {"shared", "ledger", "city", "identity", "invitations"})
@NullMarked
package city.dure.setup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
