/** Home page, security filter chains and wiring. */
@ApplicationModule(
        displayName = "Portal",
        allowedDependencies = {
            "shared",
            "guard",
            "web",
            "ledger",
            "vault",
            "identity",
            "permissions",
            "access",
            "passkeys",
            "signin",
            "people",
            "audit",
            "imports",
            "city",
            "merchants",
            "applications"
        })
@NullMarked
package city.dure.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
