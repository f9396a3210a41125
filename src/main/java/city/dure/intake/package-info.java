/** The pages on which a shop applies and follows its application. */
@ApplicationModule(
        displayName = "Intake",
        allowedDependencies = {
            "shared",
            "personal",
            "web",
            "ledger",
            "vault",
            "papers",
            "identity",
            "audit",
            "city",
            "merchants",
            "applications"
        })
@NullMarked
package city.dure.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
