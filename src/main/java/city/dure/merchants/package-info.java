/** Businesses of the city, listed or accepting, and the public finder. */
@ApplicationModule(
        displayName = "Merchants",
        allowedDependencies = {
            "shared",
            "web",
            "ledger",
            "vault",
            "identity",
            "imports",
            "city",
            "replay"
        })
@NullMarked
package city.dure.merchants;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
