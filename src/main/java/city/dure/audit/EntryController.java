package city.dure.audit;

import city.dure.ledger.LedgerEntries;
import city.dure.ledger.SealedEntry;
import city.dure.merkle.Hashes;
import city.dure.shared.Actor;
import city.dure.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One entry: its page with what proves it, and its exact bytes. */
@Controller
class EntryController {
    private final LedgerEntries entries;
    private final Sentences sentences;
    private final Names names;
    private final Openings openings;
    private final Proven proven;

    EntryController(
            LedgerEntries entries,
            Sentences sentences,
            Names names,
            Openings openings,
            Proven proven) {
        this.entries = entries;
        this.sentences = sentences;
        this.names = names;
        this.openings = openings;
        this.proven = proven;
    }

    @GetMapping("/ledger/entries/{number}")
    String show(@PathVariable long number, Actor actor, Locale locale, Model model) {
        SealedEntry entry = find(number);
        boolean concerned = names.concerns(actor, entry);
        fill(model, entry, actor, concerned ? Reader.CONCERNED : Reader.PUBLIC, locale);
        return "audit/entry";
    }

    /** The entry as the auditor may see it: opened, and with the names of persons. */
    @GetMapping("/office/ledger/entries/{number}")
    String open(
            @PathVariable long number,
            Actor auditor,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        SealedEntry entry = find(number);
        openings.note(auditor, request, List.of(entry));
        fill(model, entry, auditor, Reader.AUDITOR, locale);
        return "audit/entry";
    }

    /** The exact public bytes, of which the fingerprint is computed. */
    @GetMapping("/ledger/entries/{number}/leaf")
    ResponseEntity<byte[]> leaf(@PathVariable long number) {
        var file = ContentDisposition.attachment().filename("entry-" + number + ".json").build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(find(number).leaf());
    }

    private SealedEntry find(long number) {
        return entries.find(number).orElseThrow(() -> new NotFound("entry " + number));
    }

    private void fill(Model model, SealedEntry entry, Actor actor, Reader reader, Locale locale) {
        Told told = sentences.tell(List.of(entry), reader, locale).getFirst();
        model.addAttribute("told", told);
        model.addAttribute("details", sentences.details(entry, reader, locale));
        model.addAttribute("kindTitle", sentences.title(entry.kind(), locale));
        model.addAttribute("role", sentences.role(entry.actor(), locale));
        model.addAttribute("fingerprint", HexFormat.of().formatHex(Hashes.leaf(entry.leaf())));
        model.addAttribute("leaf", new String(entry.leaf(), StandardCharsets.UTF_8));
        model.addAttribute("auditor", reader.seesPersons());
        model.addAttribute("proven", proven.of(entry, reader, actor));
        model.addAttribute("last", entry.number() + 1 >= entries.size());
    }
}
