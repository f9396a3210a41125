package city.dure.packs;

import city.dure.proofs.KeyLine;
import city.dure.proofs.SignedHead;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** An exported ledger as it lies in one file; what a reader takes out of it is bounded. */
public final class PackFile implements Closeable {
    /** So many entries has a full bundle, so many hashes a full tile (C2SP tlog-tiles). */
    static final int WIDTH = 256;

    private static final int HASH = 32;
    private static final int GROUP = 1000;
    private static final int LONGEST_LEAF = 2 + 0xffff;
    private static final int LONGEST_TEXT = 1 << 20;
    // Details of 16 KB, written as a text of their own, and the salt.
    private static final int LONGEST_OPENING = 64 * 1024;

    private final ZipFile zip;
    private final AtomicInteger read = new AtomicInteger();

    /** Opens a file. */
    public PackFile(Path file) throws IOException {
        zip = new ZipFile(file.toFile());
    }

    /** The line of the key, as the file gives it: whoever made the file can have put another in. */
    public KeyLine key() throws IOException {
        String line = text("key");
        return KeyLine.parse(line.endsWith("\n") ? line.substring(0, line.length() - 1) : "");
    }

    SignedHead checkpoint() throws IOException {
        return SignedHead.parse(bytes("checkpoint", LONGEST_TEXT));
    }

    String counts() throws IOException {
        return text("counts.json");
    }

    /** For people; nothing depends on it. */
    String readme() throws IOException {
        return text("README.txt");
    }

    /** Every checkpoint that was signed, the oldest first. */
    Notes checkpoints() throws IOException {
        var entry = zip.getEntry("checkpoints");
        read.addAndGet(entry == null ? 0 : 1);
        InputStream in = entry == null ? InputStream.nullInputStream() : zip.getInputStream(entry);
        return new Notes(new BufferedInputStream(in));
    }

    /** Signed notes, one after the other, an empty line behind each. */
    record Notes(InputStream in) implements Closeable {
        /** The next one, without the empty line behind it; null after the last. */
        byte @Nullable [] next() throws IOException {
            var note = new ByteArrayOutputStream();
            boolean signed = false;
            for (int last = '\n', c = in.read(); c >= 0; last = c, c = in.read()) {
                if (c == '\n' && last == '\n' && signed) {
                    return note.toByteArray();
                }
                signed |= c == '\n' && last == '\n';
                note.write(c);
                if (note.size() > LONGEST_TEXT) {
                    return note.toByteArray(); // too long for whoever reads it
                }
            }
            return note.size() == 0 ? null : note.toByteArray();
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /** A bundle of entries; empty when it is missing. */
    Optional<byte[]> bundle(long number, int width) throws IOException {
        return find(path("tile/entries/", number, width), width * LONGEST_LEAF);
    }

    /** A tile of hashes; empty when it is missing. */
    Optional<byte[]> tile(int level, long number, int width) throws IOException {
        return find(path("tile/" + level + "/", number, width), width * HASH);
    }

    /** What opens the entries of a bundle, a line each; empty when it is missing. */
    Optional<byte[]> openings(long number, int width) throws IOException {
        return find(path("openings/", number, width), width * LONGEST_OPENING);
    }

    /** How many files in it nobody asked for: they belong to no such log, or are there twice. */
    int strangers() {
        return zip.size() - read.get();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** How wide a tile is where there are so many hashes or entries. */
    static int widthOf(long number, long count) {
        return (int) Math.min(WIDTH, count - number * WIDTH);
    }

    private static String path(String folder, long number, int width) {
        String groups = group(number);
        for (long rest = number / GROUP; rest > 0; rest /= GROUP) {
            groups = "x" + group(rest) + "/" + groups;
        }
        return folder + groups + (width == WIDTH ? "" : ".p/" + width);
    }

    private static String group(long number) {
        return String.format(Locale.ROOT, "%03d", number % GROUP);
    }

    private String text(String name) throws IOException {
        return new String(bytes(name, LONGEST_TEXT), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String name, int most) throws IOException {
        return find(name, most)
                .orElseThrow(() -> new IOException("the file lacks its part '" + name + "'"));
    }

    /** At most one byte more than such a part has, which is as wrong as any other content. */
    private Optional<byte[]> find(String name, int most) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        read.incrementAndGet();
        try (InputStream in = zip.getInputStream(entry)) {
            return Optional.of(in.readNBytes(most + 1));
        } catch (ZipException | EOFException e) {
            return Optional.of(new byte[0]); // there, and nothing that anybody wrote
        }
    }
}
