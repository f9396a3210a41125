/**
 * Shows the sealed ledger to everybody: signed checkpoints and the tiles of its tree as files, in
 * the formats of C2SP (signed-note, tlog-checkpoint, tlog-tiles).
 */
@ApplicationModule(
        displayName = "Publishing",
        allowedDependencies = {"shared", "keys", "merkle", "tiles", "verification", "web"})
@NullMarked
package city.dure.publishing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
