/** The desk at which citizens are found, seen with a reason, and have their identity checked. */
@ApplicationModule(
        displayName = "Citizens' desk",
        allowedDependencies = {
            "shared",
            "personal",
            "web",
            "ledger",
            "identity",
            "city",
            "notices",
            "citizens",
            "lookups",
            "cards"
        })
@NullMarked
package city.dure.citizendesk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
