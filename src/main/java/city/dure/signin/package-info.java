/** Signing in: the OpenID Connect client, and the portal's own authorization server. */
@ApplicationModule(
        displayName = "Sign-in",
        allowedDependencies = {
            "shared",
            "web",
            "ledger",
            "vault",
            "permissions",
            "access",
            "identity",
            "passkeys"
        })
@NullMarked
package city.dure.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
