package city.dure.recordproofs;

import city.dure.proofs.Flawed;
import city.dure.proofs.KeyLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import org.springframework.web.multipart.MultipartFile;

/**
 * A proof to check, pasted or as a file; may hold wrong input.
 *
 * @param proof the pasted text
 * @param file the same as a file; counts where there is one
 * @param entry the exact bytes of the entry, for who holds them
 * @param key the line of the key of another log
 */
record CheckForm(
        @Nullable String proof,
        @Nullable MultipartFile file,
        @Nullable MultipartFile entry,
        @Nullable String key) {
    /** The longest proof, in bytes: 63 hashes, and a hundred signatures. */
    static final int LONGEST = 120_000;

    /** The longest entry that a log can hold, in bytes (C2SP tlog-tiles). */
    static final int LONGEST_ENTRY = 65_535;

    private static final CheckForm EMPTY = new CheckForm(null, null, null, null);

    static CheckForm empty() {
        return EMPTY;
    }

    /** Puts a sentence at each field with which nothing can be checked. */
    void check(BindingResult errors) {
        if (chosen(file).isPresent()) {
            requireShort(file, LONGEST, "file", errors);
        } else if (typed().isBlank()) {
            errors.rejectValue("proof", "recordproofs.proof.missing");
        } else if (typed().length() > LONGEST) {
            errors.rejectValue("proof", "recordproofs.proof.long");
        }
        requireShort(entry, LONGEST_ENTRY, "entry", errors);
        try {
            otherKey();
        } catch (Flawed e) {
            errors.rejectValue("key", "recordproofs.key.wrong");
        }
    }

    /**
     * The proof with the ends of its lines as they were handed out: forms and mail programs change
     * them, and that says nothing about what stands in the lines.
     */
    String tidied() throws IOException {
        byte[] bytes = bytes(file);
        String text = bytes == null ? typed() : new String(bytes, StandardCharsets.UTF_8);
        return text.replace("\uFEFF", "").replace("\r\n", "\n").strip() + "\n";
    }

    /** The key of another log; null when none was given. */
    @Nullable KeyLine otherKey() {
        return key == null || key.isBlank() ? null : KeyLine.parse(key.strip());
    }

    /** The bytes of the entry; null when none were given. */
    byte @Nullable [] entryBytes() throws IOException {
        return bytes(entry);
    }

    private String typed() {
        return proof == null ? "" : proof;
    }

    private static void requireShort(
            @Nullable MultipartFile file, int most, String field, BindingResult errors) {
        if (chosen(file).filter(each -> each.getSize() > most).isPresent()) {
            errors.rejectValue(field, "recordproofs." + field + ".long");
        }
    }

    private static byte @Nullable [] bytes(@Nullable MultipartFile file) throws IOException {
        return file == null || file.isEmpty() ? null : file.getBytes();
    }

    private static Optional<MultipartFile> chosen(@Nullable MultipartFile file) {
        return Optional.ofNullable(file).filter(each -> !each.isEmpty());
    }
}
