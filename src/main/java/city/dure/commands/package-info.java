/** The command by which anybody checks a ledger, in a database or exported. */
@ApplicationModule(
        displayName = "Commands",
        allowedDependencies = {"verification", "packs", "proofs", "replay"})
@NullMarked
package city.dure.commands;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
