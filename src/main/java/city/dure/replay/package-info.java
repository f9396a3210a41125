/**
 * By which modules rebuild from entries alone what their tables must hold, and compare; knows
 * nothing of the modules, of pages, or of how a ledger is stored.
 */
@ApplicationModule(
        displayName = "Replay",
        allowedDependencies = {})
@NullMarked
package city.dure.replay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
