/** Personal values and uploaded files, encrypted under a key for each subject. */
@ApplicationModule(
        displayName = "Vault",
        allowedDependencies = {"shared", "keys", "papers"})
@NullMarked
package city.dure.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
