/**
 * The log as files that anybody may copy: tiles of hashes, bundles of entries, the checkpoint (C2SP
 * tlog-tiles). Knows neither tables nor keys.
 */
@ApplicationModule(
        displayName = "Tiles",
        allowedDependencies = {"merkle"})
@NullMarked
package city.dure.tiles;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
