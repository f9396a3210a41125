/** The permission matrix: one file that makes the URL rules, the tests and the help page. */
@ApplicationModule(
        displayName = "Permissions",
        allowedDependencies = {"shared", "web"})
@NullMarked
package city.dure.permissions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
