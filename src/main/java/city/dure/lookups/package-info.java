/** Looking at citizens: with a reason, for ten minutes, each view written down. */
@ApplicationModule(
        displayName = "Look-ups",
        allowedDependencies = {
            "shared",
            "personal",
            "web",
            "ledger",
            "access",
            "identity",
            "notices",
            "citizens"
        })
@NullMarked
package city.dure.lookups;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
