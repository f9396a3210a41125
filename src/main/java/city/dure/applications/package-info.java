/** How a shop becomes a merchant: claim or application, papers, review, decision, objection. */
@ApplicationModule(
        displayName = "Applications",
        allowedDependencies = {
            "shared",
            "personal",
            "web",
            "ledger",
            "vault",
            "papers",
            "access",
            "identity",
            "notices",
            "audit",
            "city",
            "merchants",
            "sources"
        })
@NullMarked
package city.dure.applications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
