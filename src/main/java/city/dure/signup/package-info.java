/** How somebody new gets an account at the portal's own authorization server. */
@ApplicationModule(
        displayName = "Sign-up",
        allowedDependencies = {"shared", "web", "access", "identity"})
@NullMarked
package city.dure.signup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
