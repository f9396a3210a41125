/** Values of a person, which show themselves masked unless they are asked for in plain. */
@ApplicationModule(
        displayName = "Personal values",
        allowedDependencies = {})
@NullMarked
package city.dure.personal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
