/** Refuses the commit of a change of business tables that recorded no ledger entry. */
@ApplicationModule(
        displayName = "Guard",
        allowedDependencies = {})
@NullMarked
package city.dure.guard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
