/**
 * Which bank account a shop's money is paid to: asked for by its owner, changed by two officers.
 */
@ApplicationModule(
        displayName = "Bank accounts",
        allowedDependencies = {
            "shared",
            "personal",
            "web",
            "ledger",
            "vault",
            "papers",
            "access",
            "identity",
            "replay",
            "approvals",
            "notices",
            "merchants",
            "applications",
            "intake"
        })
@NullMarked
package city.dure.bankaccounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
