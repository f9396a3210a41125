/** The pages on which citizens join, prove who they are, and look after what is kept of them. */
@ApplicationModule(
        displayName = "Membership",
        allowedDependencies = {
            "shared",
            "personal",
            "web",
            "ledger",
            "audit",
            "identity",
            "city",
            "consents",
            "citizens",
            "citizendesk"
        })
@NullMarked
package city.dure.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
