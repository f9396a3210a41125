package city.dure.uploads;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps uploaded files in the database, so that any instance can read them, also after a restart.
 */
@Service
public class Uploads {
    private static final int PIECE = 1 << 18;

    private final JdbcClient jdbc;

    Uploads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a file under an id of the caller's, inside the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(UUID upload, InputStream file) throws IOException {
        int no = 0;
        for (byte[] piece = file.readNBytes(PIECE);
                piece.length > 0;
                piece = file.readNBytes(PIECE)) {
            jdbc.sql("insert into upload_piece (upload, no, bytes) values (?, ?, ?)")
                    .params(upload, no++, piece)
                    .update();
        }
    }

    /** The file again; only the piece being read is in memory. Empty when it is not kept. */
    public InputStream open(UUID upload) {
        return new SequenceInputStream(
                new Enumeration<>() {
                    private int no;
                    private byte @Nullable [] next = piece(upload, no);

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
                        next = piece(upload, ++no);
                        return piece;
                    }
                });
    }

    /** Throws a kept file away. */
    public void drop(UUID upload) {
        jdbc.sql("delete from upload_piece where upload = ?").param(upload).update();
    }

    private byte @Nullable [] piece(UUID upload, int no) {
        return jdbc.sql("select bytes from upload_piece where upload = ? and no = ?")
                .params(upload, no)
                .query((row, i) -> row.getBytes(1))
                .optional()
                .orElse(null);
    }
}
