/** A citizen's wallet: what is in it, what came and went, and how it is topped up. */
@ApplicationModule(
        displayName = "Wallets",
        allowedDependencies = {
            "shared",
            "web",
            "ledger",
            "book",
            "money",
            "access",
            "identity",
            "notices",
            "consents",
            "citizens",
            "merchants"
        })
@NullMarked
package city.dure.wallets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
