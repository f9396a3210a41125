/** What the ledger says, in sentences: explorer, history of a record, samples. */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {
            "shared",
            "web",
            "ledger",
            "publishing",
            "tiles",
            "merkle",
            "identity",
            "permissions",
            "access"
        })
@NullMarked
package city.dure.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
