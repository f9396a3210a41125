/** Two weeks of the demo's city, lived through its own services before anybody looks. */
@ApplicationModule(
        displayName = "Demo",
        allowedDependencies = {
            "shared",
            "identity",
            "ledger",
            "citizens",
            "merchants",
            "book",
            "money",
            "wallets",
            "payments"
        })
@NullMarked
package city.dure.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
