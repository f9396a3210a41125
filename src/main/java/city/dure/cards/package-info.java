/**
 * Prepaid cards for those who pay without a phone: ordered, sent, put to use, blocked, replaced.
 */
@ApplicationModule(
        displayName = "Cards",
        allowedDependencies = {
            "shared",
            "web",
            "ledger",
            "replay",
            "vault",
            "personal",
            "access",
            "identity",
            "notices",
            "citizens",
            "lookups"
        })
@NullMarked
package city.dure.cards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
