/**
 * The exact bytes and hashes of the ledger: canonical JSON, commitments, the chain and the tree of
 * RFC 6962. Pure computation, so that whoever checks uses the same rules as whoever seals.
 */
@ApplicationModule(
        displayName = "Merkle",
        allowedDependencies = {})
@NullMarked
package city.dure.merkle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
