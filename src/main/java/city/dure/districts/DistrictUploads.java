package city.dure.districts;

import city.dure.city.DistrictMap;
import city.dure.city.Districts;
import city.dure.ledger.LedgerReceipt;
import city.dure.outlines.OutlineFile;
import city.dure.outlines.OutlineReader;
import city.dure.shared.Actor;
import city.dure.uploads.Uploads;
import city.dure.web.Conflict;
import city.dure.web.NotFound;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files of outlines from their upload until they are put into force or thrown away. A file is read
 * again for each page, so nothing of it lives in memory and any instance can show it.
 */
@Service
class DistrictUploads {
    private final UploadRows rows;
    private final Uploads files;
    private final Districts districts;
    private final Clock clock;

    DistrictUploads(UploadRows rows, Uploads files, Districts districts, Clock clock) {
        this.rows = rows;
        this.files = files;
        this.districts = districts;
        this.clock = clock;
    }

    /** Keeps a file that was found sound. */
    @Transactional
    Upload keep(Actor actor, String fileName, InputStream file) throws IOException {
        UUID id = UUID.randomUUID();
        MessageDigest sha256 = sha256();
        var counted = new Counted(new DigestInputStream(file, sha256));
        files.keep(id, counted);
        String hash = HexFormat.of().formatHex(sha256.digest());
        var upload = new Upload(id, fileName, counted.bytes, hash, clock.instant(), Columns.NONE);
        rows.add(upload, actor);
        return upload;
    }

    /**
     * A file that waits.
     *
     * @throws NotFound when it was put into force, or thrown away
     */
    @Transactional(readOnly = true)
    Upload find(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound("district upload " + id));
    }

    @Transactional(readOnly = true)
    List<Upload> waiting() {
        return rows.waiting();
    }

    /** The file's content. */
    OutlineFile read(Upload upload) {
        try {
            return OutlineReader.read(files.open(upload.id()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The map as it would be with the districts of the file. */
    DistrictMap trial(Upload upload) {
        return districts.trial(NamedOutlines.of(read(upload), upload.columns()).drawn());
    }

    static String path(Upload upload) {
        return "/office/city/districts/uploads/" + upload.id();
    }

    @Transactional
    void choose(UUID id, Columns columns) {
        rows.choose(id, columns);
    }

    /**
     * Puts the districts of the file into force and lets the file go.
     *
     * @param seen the version of the districts that was in force when this was decided
     */
    @Transactional
    LedgerReceipt apply(Actor actor, Upload upload, int seen) {
        OutlineFile content = read(upload);
        var drawn = NamedOutlines.of(content, upload.columns()).drawn();
        var file =
                new Districts.File(
                        upload.fileName(), upload.bytes(), upload.sha256(), content.points());
        var receipt = districts.replace(actor, seen, drawn, file);
        if (!remove(upload.id())) {
            throw new Conflict("districts.upload.gone");
        }
        return receipt;
    }

    /** Throws a file away; false when it was gone already. */
    @Transactional
    boolean remove(UUID id) {
        boolean waited = rows.remove(id);
        files.drop(id); // after its row, which whoever puts it into force removes first
        return waited;
    }

    static OutlineFile read(byte[] content) {
        try {
            return OutlineReader.read(new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** Counts what is read of a file. */
    private static final class Counted extends java.io.FilterInputStream {
        private long bytes;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            bytes += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int read = super.read(into, from, most);
            bytes += Math.max(0, read);
            return read;
        }
    }
}
