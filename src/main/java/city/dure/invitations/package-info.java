/** One-time links by which staff come to sign in: made, opened, used once. */
@ApplicationModule(
        displayName = "Invitations",
        allowedDependencies = {"shared", "web", "ledger", "identity", "passkeys"})
@NullMarked
package city.dure.invitations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
