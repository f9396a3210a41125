package city.dure.publishing;

import city.dure.tiles.SignedCheckpoint;
import city.dure.tiles.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Copies of the checkpoints outside the database, one file each, in the folder {@code
 * dure.log.anchors}: best on another disk, or one that is written once.
 */
@Component
class Anchors {
    private static final long A_FOLDER = 1_000_000;

    private final Path folder;

    Anchors(@Value("${dure.log.anchors:${dure.home}/anchors}") String folder) {
        this.folder = Path.of(folder);
    }

    /** Keeps a copy; one that is there stays as it is. */
    void keep(SignedCheckpoint checkpoint) throws IOException {
        Path file =
                folder.resolve(digits(checkpoint.size() / A_FOLDER))
                        .resolve(digits(checkpoint.size()) + ".txt");
        if (!Files.exists(file)) {
            WholeFile.write(file, checkpoint.note().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The file of the largest checkpoint that was copied. */
    Optional<Path> newest() throws IOException {
        Optional<Path> last = last(folder);
        return last.isEmpty() ? last : last(last.get());
    }

    private static Optional<Path> last(Path within) throws IOException {
        if (!Files.isDirectory(within)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(within)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d{12}(\\.txt)?"))
                    .max(Comparator.naturalOrder());
        }
    }

    private static String digits(long number) {
        return String.format(Locale.ROOT, "%012d", number);
    }
}
