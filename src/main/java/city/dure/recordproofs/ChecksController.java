package city.dure.recordproofs;

import city.dure.audit.EntryLines;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Checks a proof of record for anybody; keeps nothing of it. */
@Controller
class ChecksController {
    private static final String PATH = "/ledger/checks";

    private final ProofCheck checks;
    private final EntryLines lines;

    ChecksController(ProofCheck checks, EntryLines lines) {
        this.checks = checks;
        this.lines = lines;
    }

    @GetMapping(PATH)
    String show(Model model) {
        model.addAttribute("form", CheckForm.empty());
        return page(model);
    }

    @PostMapping(PATH)
    String check(
            @ModelAttribute("form") CheckForm form,
            BindingResult errors,
            Locale locale,
            Model model,
            HttpServletResponse response)
            throws IOException {
        form.check(errors);
        if (errors.hasErrors()) {
            response.setStatus(422);
            return page(model);
        }
        Verdict verdict = checks.check(form.tidied(), form.entryBytes(), form.otherKey());
        model.addAttribute("verdict", verdict);
        if (verdict.number() != null) {
            model.addAttribute("line", lines.find(verdict.number(), locale).orElse(null));
        }
        return page(model);
    }

    private static String page(Model model) {
        model.addAttribute("most", CheckForm.LONGEST);
        model.addAttribute("mostEntry", CheckForm.LONGEST_ENTRY);
        return "recordproofs/checks";
    }
}
