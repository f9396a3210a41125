package city.dure.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** A key in the data folder, for a portal with the embedded database. */
record KeyFile(Path path) {
    static KeyFile in(String home, String name) {
        return new KeyFile(Path.of(home, "keys", name));
    }

    /** What the file says; empty when there is none. */
    Optional<String> read() {
        try {
            return Files.exists(path)
                    ? Optional.of(Files.readString(path).strip())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    /** Writes a new file that only its owner may read; never replaces one. */
    void write(String text) {
        try {
            Files.createDirectories(path.getParent(), only("rwx------"));
            Files.createFile(path, only("rw-------"));
            try (var file = FileChannel.open(path, StandardOpenOption.WRITE)) {
                file.write(ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.US_ASCII)));
                file.force(true);
            }
            keepFolder();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        }
    }

    boolean exists() {
        return Files.exists(path);
    }

    /** Deletes the file, if there is one. */
    void remove() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + path, e);
        }
    }

    /** Renames it at once or not at all; never replaces a file. */
    void moveTo(KeyFile other) {
        if (other.exists()) {
            throw new IllegalStateException(other.path + " is there already");
        }
        try {
            Files.move(path, other.path, StandardCopyOption.ATOMIC_MOVE);
            keepFolder();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot rename " + path, e);
        }
    }

    /** Else a power cut could leave rows under a key whose file is gone. */
    private void keepFolder() throws IOException {
        if (posix()) {
            try (var folder = FileChannel.open(path.getParent())) {
                folder.force(true);
            }
        }
    }

    private boolean posix() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private FileAttribute<?>[] only(String permissions) {
        return posix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
