/** Value records that every module speaks; no behaviour of any one module. */
@ApplicationModule(
        displayName = "Shared",
        allowedDependencies = {})
@NullMarked
package city.dure.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
