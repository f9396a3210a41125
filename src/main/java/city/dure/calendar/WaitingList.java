package city.dure.calendar;

import java.time.Instant;
import java.util.UUID;

/**
 * A list of holidays that was found sound and waits until somebody has looked at what it changes.
 *
 * @param sha256 of the file, in hexadecimal
 */
record WaitingList(UUID id, String fileName, String sha256, Instant createdAt) {}
