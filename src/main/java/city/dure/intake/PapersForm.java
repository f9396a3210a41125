package city.dure.intake;

import city.dure.applications.PaperType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** The papers as sent in; a browser sends an empty part where none was chosen. */
record PapersForm(
        UUID operation,
        @Nullable MultipartFile registration,
        @Nullable MultipartFile bankBook,
        @Nullable MultipartFile licence,
        @Nullable MultipartFile shopFront) {

    static PapersForm blank() {
        return new PapersForm(UUID.randomUUID(), null, null, null, null);
    }

    /** An id for the form, also for one that is shown again. */
    public UUID mint() {
        return UUID.randomUUID();
    }

    /** What arrived, field by field. */
    List<Sent> sent() {
        return List.of(
                new Sent("registration", PaperType.REGISTRATION, registration),
                new Sent("bankBook", PaperType.BANK_BOOK, bankBook),
                new Sent("licence", PaperType.LICENCE, licence),
                new Sent("shopFront", PaperType.SHOP_FRONT, shopFront));
    }

    /** What arrived in one field. */
    record Sent(String field, PaperType type, @Nullable MultipartFile file) {}
}
