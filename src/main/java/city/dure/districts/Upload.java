package city.dure.districts;

import java.time.Instant;
import java.util.UUID;

/**
 * A file of outlines that waits to be put into force.
 *
 * @param sha256 in hexadecimal
 * @param columns which of its properties say what; without a name until they were chosen
 */
record Upload(
        UUID id, String fileName, long bytes, String sha256, Instant createdAt, Columns columns) {
    /** The same file with other columns. */
    Upload with(Columns chosen) {
        return new Upload(id, fileName, bytes, sha256, createdAt, chosen);
    }
}
