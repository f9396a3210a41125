/** One's own data: all that is kept, to read and to take along, and to have forgotten. */
@ApplicationModule(
        displayName = "My data",
        allowedDependencies = {
            "shared",
            "personal",
            "web",
            "ledger",
            "access",
            "identity",
            "passkeys",
            "notices",
            "consents",
            "citizens",
            "citizendesk",
            "merchants",
            "applications",
            "bankaccounts",
            "intake",
            "shopreports",
            "book",
            "money",
            "cards",
            "wallets",
            "refunds"
        })
@NullMarked
package city.dure.mydata;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
