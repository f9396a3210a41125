package city.dure.recordproofs;

import city.dure.ledger.LedgerEntries;
import city.dure.ledger.SealedEntry;
import city.dure.publishing.PublishedLog;
import city.dure.tiles.LogUnreadable;
import city.dure.web.NotFound;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** From an act to its entry, and from the entry to its proof of record. */
@Controller
class ReceiptController {
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    /** A checkpoint comes at most a second after the seal. */
    private static final Duration A_CHECKPOINT = Duration.ofSeconds(3);

    private final LedgerEntries entries;
    private final PublishedLog log;

    ReceiptController(LedgerEntries entries, PublishedLog log) {
        this.entries = entries;
        this.log = log;
    }

    /** The entry's number once it has one, until then that it will. */
    @GetMapping("/ledger/receipts/{id}")
    String receipt(
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean inPlace,
            Model model) {
        var sealed = entries.find(id);
        if (sealed.isEmpty() && !entries.isPending(id)) {
            throw new NotFound("entry " + id);
        }
        if (sealed.isPresent() && !inPlace) {
            return "redirect:/ledger/entries/" + sealed.get().number();
        }
        model.addAttribute("id", id);
        model.addAttribute("number", sealed.map(SealedEntry::number).orElse(null));
        return inPlace ? "recordproofs/_receipt" : "recordproofs/receipt";
    }

    /** The proof as a file for programs of anybody (C2SP tlog-proof). */
    @GetMapping("/ledger/entries/{number}/proof")
    ResponseEntity<byte[]> proof(@PathVariable long number) {
        if (number < 0 || number >= entries.size()) {
            throw new NotFound("entry " + number);
        }
        var proof =
                log.proof(number, A_CHECKPOINT)
                        .orElseThrow(() -> new LogUnreadable("nothing is published", null));
        var file =
                ContentDisposition.attachment().filename("entry-" + number + ".tlog-proof").build();
        return ResponseEntity.ok()
                .contentType(TEXT)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(proof.text().getBytes(StandardCharsets.UTF_8));
    }
}
