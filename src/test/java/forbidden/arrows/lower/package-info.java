/** A module that breaks its own rule, so that ModularityTests can be seen to notice. */
@ApplicationModule(allowedDependencies = {})
package forbidden.arrows.lower;

import org.springframework.modulith.ApplicationModule;
