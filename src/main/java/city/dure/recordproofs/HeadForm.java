package city.dure.recordproofs;

import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * Three lines typed in from paper, as they stand in the address; may hold wrong input.
 *
 * @param origin the log's name
 * @param size how many entries
 * @param root the root over them, in base 64 or hexadecimal; spaces do not count
 */
record HeadForm(@Nullable String origin, @Nullable String size, @Nullable String root) {
    private static final int HASH = 32;

    /** Whether nothing was typed yet. */
    boolean blank() {
        return origin == null && size == null && root == null;
    }

    /** Puts a sentence at each line that cannot be read. */
    void check(BindingResult errors) {
        if (text(origin).isEmpty()) {
            errors.rejectValue("origin", "recordproofs.heads.origin.missing");
        }
        if (!number().matches("0*[1-9]\\d{0,17}")) {
            errors.rejectValue("size", "recordproofs.heads.size.wrong");
        }
        if (bytes().length != HASH) {
            errors.rejectValue("root", "recordproofs.heads.root.wrong");
        }
    }

    String name() {
        return text(origin);
    }

    long entries() {
        return Long.parseLong(number());
    }

    /** The root in base 64, however it was typed. */
    String rootLine() {
        return Base64.getEncoder().encodeToString(bytes());
    }

    private String number() {
        return text(size).replace(",", "");
    }

    private byte[] bytes() {
        String typed = text(root);
        try {
            return typed.length() == 2 * HASH
                    ? HexFormat.of().parseHex(typed)
                    : strict(typed, Base64.getDecoder().decode(typed));
        } catch (IllegalArgumentException e) {
            return new byte[0]; // said by check, at the field
        }
    }

    /** Base 64 has several spellings of the same bytes; what differs on paper differs here. */
    private static byte[] strict(String typed, byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes).equals(typed) ? bytes : new byte[0];
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.replaceAll("\\s", "");
    }
}
