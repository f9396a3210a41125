package city.dure.calendar;

import city.dure.uploads.UploadRefused;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/** A list of holidays as it was sent; what is wrong with it is said at its field. */
final class SentList {
    private SentList() {}

    static byte[] bytes(@Nullable MultipartFile file, Errors errors) throws IOException {
        if (file == null || file.isEmpty()) {
            errors.rejectValue("file", "calendar.file.missing");
            return new byte[0];
        }
        if (file.getSize() > HolidayFile.MOST_BYTES) {
            errors.rejectValue("file", "calendar.file.too-large");
            return new byte[0];
        }
        return file.getBytes();
    }

    /** The list; null, with an error at the field, where it cannot be read. */
    static @Nullable HolidayFile read(byte[] file, Errors errors) throws IOException {
        try {
            return HolidayFile.read(file);
        } catch (HolidaysRefused e) {
            errors.rejectValue("file", e.key, e.arguments, null);
        } catch (UploadRefused e) {
            errors.rejectValue("file", e.fault().key(), e.fault().args().toArray(), null);
        }
        return null;
    }

    static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
