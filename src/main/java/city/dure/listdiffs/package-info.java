/**
 * Pages on which officials see where lists differ about a business, and decide which one counts.
 */
@ApplicationModule(
        displayName = "List differences",
        allowedDependencies = {"shared", "web", "ledger", "audit", "city", "merchants", "sources"})
@NullMarked
package city.dure.listdiffs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
