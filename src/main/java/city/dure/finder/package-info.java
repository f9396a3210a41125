/** The pages on which businesses are found: public finder, officials' register. */
@ApplicationModule(
        displayName = "Finder",
        allowedDependencies = {
            "shared",
            "web",
            "ledger",
            "audit",
            "city",
            "merchants",
            "eligibility",
            "storefronts"
        })
@NullMarked
package city.dure.finder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
