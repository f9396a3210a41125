/** Accounts, sign-in, roles that expire, and the access log. */
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {
            "shared",
            "personal",
            "web",
            "ledger",
            "vault",
            "permissions",
            "access",
            "replay"
        })
@NullMarked
package city.dure.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
