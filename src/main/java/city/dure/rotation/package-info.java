/** The command by which a city changes its master key. */
@ApplicationModule(
        displayName = "Rotation",
        allowedDependencies = {"shared", "keys", "vault", "ledger"})
@NullMarked
package city.dure.rotation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
