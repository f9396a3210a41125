/**
 * What one person asks for and a second one approves, bound to what exactly was asked and shown.
 */
@ApplicationModule(
        displayName = "Approvals",
        allowedDependencies = {"shared", "web", "ledger", "access", "identity", "notices"})
@NullMarked
package city.dure.approvals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
