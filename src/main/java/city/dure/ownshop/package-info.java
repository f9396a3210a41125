/** The pages on which those who work in a shop look after it. */
@ApplicationModule(
        displayName = "Own shop",
        allowedDependencies = {
            "shared",
            "web",
            "ledger",
            "papers",
            "identity",
            "merchants",
            "storefronts",
            "eligibility",
            "finder",
            "payments"
        })
@NullMarked
package city.dure.ownshop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
