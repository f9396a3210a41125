/** Keys that the portal is given from outside, or keeps in a file beside its embedded database. */
@ApplicationModule(
        displayName = "Keys",
        allowedDependencies = {"shared"})
@NullMarked
package city.dure.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
