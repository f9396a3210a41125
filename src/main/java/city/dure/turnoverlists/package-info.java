/** Lists of the yearly turnovers of shops, uploaded as other lists are. */
@ApplicationModule(
        displayName = "Turnover lists",
        allowedDependencies = {"shared", "web", "imports", "merchants", "eligibility"})
@NullMarked
package city.dure.turnoverlists;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
