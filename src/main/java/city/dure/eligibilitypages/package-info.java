/** The pages of the rules about which shops may accept which money. */
@ApplicationModule(
        displayName = "Eligibility pages",
        allowedDependencies = {
            "shared",
            "web",
            "ledger",
            "identity",
            "approvals",
            "city",
            "merchants",
            "eligibility"
        })
@NullMarked
package city.dure.eligibilitypages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
