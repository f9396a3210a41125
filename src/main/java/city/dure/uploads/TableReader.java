package city.dure.uploads;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a list one after the other; holds no more than one of them in memory. */
public interface TableReader extends Closeable {
    /**
     * The next row that is not blank; null at the end.
     *
     * @throws UploadRefused when the file cannot be read on
     */
    @Nullable TableRow next();
}
