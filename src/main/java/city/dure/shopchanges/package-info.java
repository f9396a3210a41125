/** What owners want changed of their shops' facts, and officers decide about. */
@ApplicationModule(
        displayName = "Shop changes",
        allowedDependencies = {
            "shared",
            "web",
            "ledger",
            "identity",
            "notices",
            "city",
            "audit",
            "merchants",
            "finder"
        })
@NullMarked
package city.dure.shopchanges;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
