/** What each list says about the businesses, which list counts for one, and what a run changed. */
@ApplicationModule(
        displayName = "Sources",
        allowedDependencies = {
            "shared",
            "web",
            "ledger",
            "identity",
            "audit",
            "imports",
            "city",
            "merchants"
        })
@NullMarked
package city.dure.sources;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
