package city.dure.audit;

import city.dure.ledger.LedgerEntries;
import city.dure.ledger.LedgerKinds;
import city.dure.shared.Actor;
import city.dure.shared.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The auditor's ledger: closed entries opened, persons by name, more filters, export. */
@Controller
class AuditController {
    private static final int ROWS = 50;

    private final LedgerEntries entries;
    private final LedgerKinds kinds;
    private final Sentences sentences;
    private final EntryCsv csv;
    private final Openings openings;

    AuditController(
            LedgerEntries entries,
            LedgerKinds kinds,
            Sentences sentences,
            EntryCsv csv,
            Openings openings) {
        this.entries = entries;
        this.kinds = kinds;
        this.sentences = sentences;
        this.csv = csv;
        this.openings = openings;
    }

    @GetMapping("/office/ledger")
    String index(
            @ModelAttribute("form") EntryQuery form,
            BindingResult errors,
            Actor auditor,
            HttpServletRequest request,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        form.check(kinds, errors);
        Page<Told> page = new Page<>(List.of(), null);
        if (errors.hasErrors()) {
            response.setStatus(422);
        } else {
            var found = entries.page(form.forAuditor(), form.before(), ROWS);
            openings.note(auditor, request, found.rows());
            page = new Page<>(sentences.tell(found.rows(), Reader.AUDITOR, locale), found.next());
        }
        model.addAttribute("page", page);
        model.addAttribute("kinds", sentences.kinds(kinds, locale));
        model.addAttribute("roles", sentences.roles(locale));
        model.addAttribute("size", entries.size());
        return "audit/office";
    }

    /** The whole list as filtered, however long, a page at a time. */
    @GetMapping("/office/ledger/export")
    void export(
            @ModelAttribute("form") EntryQuery form,
            BindingResult errors,
            Actor auditor,
            HttpServletRequest request,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        form.check(kinds, errors);
        if (errors.hasErrors()) {
            response.sendError(422); // A page that says so: there is no form around a file.
            return;
        }
        var pages =
                csv.pieces(form.forAuditor()).peek(page -> openings.note(auditor, request, page));
        csv.write(response, "audit.csv.file", pages, locale);
    }
}
