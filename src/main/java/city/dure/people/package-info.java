/** Pages about who one is here, who holds which role, and who came and went. */
@ApplicationModule(
        displayName = "People",
        allowedDependencies = {
            "shared",
            "web",
            "ledger",
            "permissions",
            "access",
            "identity",
            "approvals",
            "notices",
            "invitations"
        })
@NullMarked
package city.dure.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
