/** The pages on which officials upload lists, try them, take them over and read the row report. */
@ApplicationModule(
        displayName = "Import pages",
        allowedDependencies = {
            "shared",
            "web",
            "ledger",
            "permissions",
            "audit",
            "uploads",
            "imports",
            "history"
        })
@NullMarked
package city.dure.importpages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
