/**
 * Reads and checks what logs hand out, of this city and of others: key lines, signed notes,
 * checkpoints and proofs of record (C2SP signed-note, tlog-checkpoint, tlog-proof). Uses nothing of
 * the rooms that write them but the hashes.
 */
@ApplicationModule(
        displayName = "Proofs",
        allowedDependencies = {"merkle"})
@NullMarked
package city.dure.proofs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
