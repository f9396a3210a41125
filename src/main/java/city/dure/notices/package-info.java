/** Messages to people: in the portal's inbox, by mail, and as short text. */
@ApplicationModule(
        displayName = "Notices",
        allowedDependencies = {"shared", "personal", "web", "vault", "identity", "city"})
@NullMarked
package city.dure.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
