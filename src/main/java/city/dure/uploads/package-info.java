/** Reads lists that people upload: what the file is, its encoding, its columns, its rows. */
@ApplicationModule(
        displayName = "Uploads",
        allowedDependencies = {})
@NullMarked
package city.dure.uploads;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
