/** Lists of businesses as cities and ministries hand them out, made into listed businesses. */
@ApplicationModule(
        displayName = "Listings",
        allowedDependencies = {
            "shared",
            "vault",
            "identity",
            "imports",
            "city",
            "merchants",
            "sources",
            "history"
        })
@NullMarked
package city.dure.listings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
