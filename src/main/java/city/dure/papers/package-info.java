/** Checks files that people send in by their content, and cleans them of all but what is seen. */
@ApplicationModule(
        displayName = "Papers",
        allowedDependencies = {})
@NullMarked
package city.dure.papers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
