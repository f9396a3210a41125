/** Paying at a shop: its code and poster, the pay page, receipts, what a shop took, refunds. */
@ApplicationModule(
        displayName = "Payments",
        allowedDependencies = {
            "shared",
            "web",
            "access",
            "ledger",
            "identity",
            "notices",
            "consents",
            "citizens",
            "merchants",
            "eligibility",
            "finder",
            "book",
            "money",
            "refunds"
        })
@NullMarked
package city.dure.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
