/** What the city asks people to agree to, and who agreed to which version of it. */
@ApplicationModule(
        displayName = "Consents",
        allowedDependencies = {"shared", "web", "ledger", "identity", "replay", "notices"})
@NullMarked
package city.dure.consents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
