/** The officials' home: what there is to do for whom. */
@ApplicationModule(
        displayName = "Dashboard",
        allowedDependencies = {
            "shared",
            "web",
            "city",
            "calendar",
            "consents",
            "identity",
            "approvals",
            "merchants"
        })
@NullMarked
package city.dure.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
