package city.dure.uploads;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.text.Normalizer;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/**
 * Keeps uploaded files in the database, so that any instance can read them, also after a restart.
 */
@Service
public class Uploads {
    private static final int PIECE = 1 << 18;
    private static final int LONGEST_NAME = 120;

    private final JdbcClient jdbc;

    /** What becomes of a piece of a file on its way to the database, or back. */
    public interface Turn {
        /** The piece of this number, turned. */
        byte[] of(int no, byte[] piece);
    }

    Uploads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a file under an id of the caller's, inside the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(UUID upload, InputStream file) throws IOException {
        keep(upload, file, (no, piece) -> piece);
    }

    /**
     * Keeps a file as {@link #keep(UUID, InputStream)}, each piece as the caller turns it, given
     * its number from 0.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(UUID upload, InputStream file, Turn turn) throws IOException {
        int no = 0;
        for (byte[] piece = file.readNBytes(PIECE);
                piece.length > 0;
                piece = file.readNBytes(PIECE)) {
            jdbc.sql("insert into upload_piece (upload, no, bytes) values (?, ?, ?)")
                    .params(upload, no, turn.of(no++, piece))
                    .update();
        }
    }

    /** The file again; only the piece being read is in memory. Empty when it is not kept. */
    public InputStream open(UUID upload) {
        return open(upload, (no, piece) -> piece);
    }

    /** The file again, each piece as the caller turns it back. */
    public InputStream open(UUID upload, Turn turn) {
        return new SequenceInputStream(
                new Enumeration<>() {
                    private int no;
                    private byte @Nullable [] next = piece(upload, no, turn);

                    @Override
                    public boolean hasMoreElements() {
                        return next != null;
                    }

                    @Override
                    public InputStream nextElement() {
                        if (next == null) {
                            throw new NoSuchElementException();
                        }
                        var piece = new ByteArrayInputStream(next);
                        next = piece(upload, ++no, turn);
                        return piece;
                    }
                });
    }

    /** Throws a kept file away. */
    public void drop(UUID upload) {
        jdbc.sql("delete from upload_piece where upload = ?").param(upload).update();
    }

    /**
     * What an uploaded file is called: the last part of its name, without what a browser or a
     * person put around it; empty when no file was chosen.
     */
    public static String nameOf(@Nullable MultipartFile file) {
        String given =
                file == null ? "" : Objects.requireNonNullElse(file.getOriginalFilename(), "");
        String last =
                given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                        .replaceAll("\\p{Cntrl}", "");
        String name =
                Normalizer.normalize(last, Normalizer.Form.NFC)
                        .replaceAll("[\\s\\h]+", " ")
                        .strip();
        return name.substring(Math.max(0, name.length() - LONGEST_NAME));
    }

    private byte @Nullable [] piece(UUID upload, int no, Turn turn) {
        return jdbc.sql("select bytes from upload_piece where upload = ? and no = ?")
                .params(upload, no)
                .query((row, i) -> turn.of(no, row.getBytes(1)))
                .optional()
                .orElse(null);
    }
}
