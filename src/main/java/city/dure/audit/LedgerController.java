package city.dure.audit;

import city.dure.ledger.EntryFilter;
import city.dure.ledger.LedgerEntries;
import city.dure.ledger.LedgerKinds;
import city.dure.ledger.SealedEntry;
import city.dure.shared.Actor;
import city.dure.shared.Page;
import city.dure.shared.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The ledger as everybody may read it, and the history of one record. */
@Controller
class LedgerController {
    private static final int ROWS = 30;
    private static final int NEWEST = 5;
    private static final int EXPORTED = 5_000;

    private final LedgerEntries entries;
    private final LedgerKinds kinds;
    private final Sentences sentences;
    private final Names names;
    private final Days days;
    private final EntryCsv csv;

    LedgerController(
            LedgerEntries entries,
            LedgerKinds kinds,
            Sentences sentences,
            Names names,
            Days days,
            EntryCsv csv) {
        this.entries = entries;
        this.kinds = kinds;
        this.sentences = sentences;
        this.names = names;
        this.days = days;
        this.csv = csv;
    }

    @GetMapping("/ledger")
    String index(
            @ModelAttribute("form") EntryQuery form,
            BindingResult errors,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        form.check(kinds, errors);
        String subject = form.subject();
        Reader reader = reader(actor, subject);
        if (errors.hasErrors()) {
            response.setStatus(422);
            model.addAttribute("page", new Page<>(List.of(), null));
        } else {
            var page = entries.page(shown(form, actor, reader), form.before(), ROWS);
            model.addAttribute("page", told(page, reader, locale));
        }
        model.addAttribute("kinds", sentences.kinds(kinds, locale));
        model.addAttribute("subject", subject == null ? null : names.nameOf(subject, locale));
        model.addAttribute("size", entries.size());
        model.addAttribute("exported", EXPORTED);
        model.addAttribute("week", days.week());
        return "audit/index";
    }

    /** What the list tells, as a file; of a long list the newest entries. */
    @GetMapping("/ledger.csv")
    void export(
            @ModelAttribute("form") EntryQuery form,
            BindingResult errors,
            Actor actor,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        form.check(kinds, errors);
        if (errors.hasErrors()) {
            response.sendError(422); // A page that says so: there is no form around a file.
            return;
        }
        Reader reader = reader(actor, form.subject());
        csv.tell(response, shown(form, actor, reader), EXPORTED, reader, locale);
    }

    /** The newest entries about a record, for the page of that record to take in. */
    @GetMapping("/ledger/history")
    String history(@RequestParam String subject, Actor actor, Locale locale, Model model) {
        Reader reader = reader(actor, subject);
        var page = entries.about(subject, seesClosed(actor, reader), null, NEWEST);
        model.addAttribute("ref", subject);
        model.addAttribute("page", told(page, reader, locale));
        return "audit/_newest";
    }

    private static EntryFilter shown(EntryQuery form, Actor actor, Reader reader) {
        return form.forPublic(form.subject() == null || seesClosed(actor, reader));
    }

    private Page<Told> told(Page<SealedEntry> page, Reader reader, Locale locale) {
        return new Page<>(sentences.tell(page.rows(), reader, locale), page.next());
    }

    private Reader reader(Actor actor, @org.jspecify.annotations.Nullable String subject) {
        boolean concerned = subject != null && names.concerns(actor, subject);
        return concerned ? Reader.CONCERNED : Reader.PUBLIC;
    }

    // That closed entries concern a shop that everybody knows would itself say too much.
    private static boolean seesClosed(Actor actor, Reader reader) {
        return reader.opensClosed() || actor.role() == Role.AUDITOR;
    }
}
