package city.dure.uploads;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The encodings in which Korean lists are handed out. */
public enum Encoding {
    UTF_8("UTF-8", StandardCharsets.UTF_8),
    /** Korean Windows; called EUC-KR by many portals, of which it is a superset. */
    CP949("CP949(EUC-KR)", Charset.forName("x-windows-949"));

    private final String label;
    private final Charset charset;

    Encoding(String label, Charset charset) {
        this.label = label;
        this.charset = charset;
    }

    /** What people call it. */
    public String label() {
        return label;
    }

    Charset charset() {
        return charset;
    }
}
