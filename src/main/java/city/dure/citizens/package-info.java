/** The register of citizens: who they are, where they live, how far that is proven. */
@ApplicationModule(
        displayName = "Citizens",
        allowedDependencies = {
            "shared",
            "personal",
            "web",
            "ledger",
            "vault",
            "access",
            "identity",
            "replay",
            "city",
            "notices",
            "consents"
        })
@NullMarked
package city.dure.citizens;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
