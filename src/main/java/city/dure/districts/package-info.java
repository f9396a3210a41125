/**
 * The pages on which the districts of the city are looked at and replaced by a file of outlines.
 */
@ApplicationModule(
        displayName = "Districts",
        allowedDependencies = {
            "shared",
            "web",
            "ledger",
            "audit",
            "identity",
            "uploads",
            "outlines",
            "city",
            "merchants",
            "eligibility"
        })
@NullMarked
package city.dure.districts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
