package city.dure.intake;

import city.dure.papers.Paper;
import city.dure.papers.PaperRefused;
import city.dure.papers.Papers;
import city.dure.web.Formats;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/**
 * Takes papers from forms and hands them out again, so that a browser only ever shows them;
 * templates call it {@code @sentPapers}.
 */
@Component
public class SentPapers {
    private final Papers papers;
    private final Formats formats;

    SentPapers(Papers papers, Formats formats) {
        this.papers = papers;
        this.formats = formats;
    }

    /** The largest paper taken, in bytes. */
    public int largest() {
        return Papers.MAX_BYTES;
    }

    /** The cleaned paper; or empty, with a sentence at the field unless none was chosen. */
    public Optional<Paper> check(@Nullable MultipartFile file, String field, Errors errors) {
        if (file == null || String.valueOf(file.getOriginalFilename()).isEmpty()) {
            return Optional.empty();
        }
        try {
            // One byte more than allowed is enough to be refused for its size.
            byte[] bytes;
            try (var in = file.getInputStream()) {
                bytes = in.readNBytes(Papers.MAX_BYTES + 1);
            }
            return Optional.of(papers.check(bytes));
        } catch (PaperRefused refused) {
            errors.rejectValue(
                    field, refused.messageKey(), new Object[] {formats.bytes(largest())}, null);
        } catch (IOException e) {
            errors.rejectValue(field, "papers.refused.broken");
        }
        return Optional.empty();
    }

    /** The paper as an answer: pictures in the page, PDFs to download, never stored on the way. */
    public ResponseEntity<byte[]> show(Paper paper, String name) {
        var disposition =
                paper.kind().picture()
                        ? ContentDisposition.inline()
                        : ContentDisposition.attachment();
        String filename = name + "." + paper.kind().extension();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(paper.kind().mediaType()))
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition.filename(filename).build().toString())
                .body(paper.bytes());
    }
}
