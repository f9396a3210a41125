/**
 * The kit of the pages: layout, form and list fragments, errors, languages, once-only forms; no
 * business.
 */
@ApplicationModule(
        displayName = "Web",
        allowedDependencies = {"shared"})
@NullMarked
package city.dure.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
