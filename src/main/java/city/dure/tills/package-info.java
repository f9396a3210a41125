/** The API of tills: paying by card, giving back, what a card has left. */
@ApplicationModule(
        displayName = "Tills",
        allowedDependencies = {
            "shared",
            "web",
            "access",
            "vault",
            "personal",
            "identity",
            "citizens",
            "merchants",
            "eligibility",
            "book",
            "money",
            "cards",
            "refunds"
        })
@NullMarked
package city.dure.tills;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
