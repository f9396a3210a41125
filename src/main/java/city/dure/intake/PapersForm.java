package city.dure.intake;

import city.dure.applications.PaperType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** The papers as sent in; a browser sends an empty part where none was chosen. */
record PapersForm(
        @Nullable MultipartFile registration,
        @Nullable MultipartFile bankBook,
        @Nullable MultipartFile licence,
        @Nullable MultipartFile shopFront) {
    static final Map<String, PaperType> FIELDS = new LinkedHashMap<>();

    static {
        FIELDS.put("registration", PaperType.REGISTRATION);
        FIELDS.put("bankBook", PaperType.BANK_BOOK);
        FIELDS.put("licence", PaperType.LICENCE);
        FIELDS.put("shopFront", PaperType.SHOP_FRONT);
    }

    static PapersForm blank() {
        return new PapersForm(null, null, null, null);
    }

    /** What was chosen for a field; null when nothing was. */
    @Nullable MultipartFile chosen(String field) {
        MultipartFile file =
                switch (field) {
                    case "registration" -> registration;
                    case "bankBook" -> bankBook;
                    case "licence" -> licence;
                    default -> shopFront;
                };
        boolean none = file == null || String.valueOf(file.getOriginalFilename()).isEmpty();
        return none ? null : file;
    }
}
