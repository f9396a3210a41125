/** Which shops may accept which kind of money, by rules with a version and a beginning. */
@ApplicationModule(
        displayName = "Eligibility",
        allowedDependencies = {"shared", "web", "ledger", "city", "merchants"})
@NullMarked
package city.dure.eligibility;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
