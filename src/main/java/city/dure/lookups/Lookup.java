package city.dure.lookups;

import city.dure.citizens.CitizenId;
import java.time.Instant;
import java.util.UUID;

/**
 * A look-up as it was opened.
 *
 * @param namesake whether somebody of the staff was called like the citizen
 * @param citizenVersion of the citizen that was opened; 0 where it was opened before this was kept
 */
public record Lookup(
        UUID id,
        CitizenId citizen,
        String official,
        String role,
        LookupReason reason,
        boolean namesake,
        Instant openedAt,
        Instant openUntil,
        int citizenVersion) {}
