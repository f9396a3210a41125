/** Lists of the city's residents, uploaded as other lists are. */
@ApplicationModule(
        displayName = "Resident lists",
        allowedDependencies = {"shared", "personal", "web", "imports", "citizens", "city"})
@NullMarked
package city.dure.residentlists;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
