/** Signing in with a passkey instead of a password. */
@ApplicationModule(
        displayName = "Passkeys",
        allowedDependencies = {"shared", "ledger", "identity"})
@NullMarked
package city.dure.passkeys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
