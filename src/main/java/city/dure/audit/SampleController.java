package city.dure.audit;

import city.dure.ledger.LedgerEntries;
import city.dure.ledger.SealedEntry;
import city.dure.shared.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** A random sample of the ledger that anyone can draw again from its seed and size. */
@Controller
class SampleController {
    private static final int SEEDS = 1_000_000;

    private final LedgerEntries entries;
    private final Sentences sentences;
    private final EntryCsv csv;
    private final Openings openings;
    private final SecureRandom random = new SecureRandom();

    SampleController(LedgerEntries entries, Sentences sentences, EntryCsv csv, Openings openings) {
        this.entries = entries;
        this.sentences = sentences;
        this.csv = csv;
        this.openings = openings;
    }

    @GetMapping("/office/ledger/sample")
    String show(
            @ModelAttribute("form") SampleForm form,
            BindingResult errors,
            Actor auditor,
            HttpServletRequest request,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        long size = entries.size();
        model.addAttribute("size", size);
        if (form.blank()) {
            model.addAttribute("form", SampleForm.proposed(random.nextInt(SEEDS), size));
            return "audit/sample";
        }
        form.check(size, errors);
        if (errors.hasErrors()) {
            response.setStatus(422);
        } else {
            var drawn = draw(form);
            openings.note(auditor, request, drawn);
            model.addAttribute("rows", sentences.tell(drawn, Reader.AUDITOR, locale));
        }
        return "audit/sample";
    }

    @GetMapping("/office/ledger/sample/export")
    void export(
            @ModelAttribute("form") SampleForm form,
            BindingResult errors,
            Actor auditor,
            HttpServletRequest request,
            Locale locale,
            HttpServletResponse response) {
        form.check(entries.size(), errors);
        if (errors.hasErrors()) {
            response.setStatus(422);
            return;
        }
        var drawn = draw(form);
        openings.note(auditor, request, drawn);
        csv.write(response, "audit.csv.sampleFile", Stream.of(drawn), locale);
    }

    private List<SealedEntry> draw(SampleForm form) {
        return entries.sample(form.count(), form.seedNumber(), form.sizeNumber());
    }
}
