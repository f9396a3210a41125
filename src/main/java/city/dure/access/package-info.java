/** Who signed in, failed to, or went: the access log, its daily digest, and limits on guessing. */
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {"shared", "web", "ledger", "vault", "permissions"})
@NullMarked
package city.dure.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
