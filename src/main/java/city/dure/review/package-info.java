/** The pages on which officers review the applications of shops. */
@ApplicationModule(
        displayName = "Review",
        allowedDependencies = {
            "shared",
            "web",
            "ledger",
            "vault",
            "papers",
            "identity",
            "audit",
            "city",
            "merchants",
            "applications",
            "intake"
        })
@NullMarked
package city.dure.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
