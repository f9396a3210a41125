package city.dure.importpages;

import city.dure.history.Comparisons;
import city.dure.history.Gone;
import city.dure.imports.ImportId;
import city.dure.imports.ImportRow;
import city.dure.imports.Imports;
import city.dure.imports.Run;
import city.dure.shared.Page;
import city.dure.web.Conflict;
import city.dure.web.CsvExport;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a list named before and its newer file does not. */
@Controller
@RequestMapping("/office/imports/{id}")
class GoneController {
    private static final int PAGE = 50;
    private static final int PIECE = 1_000;

    private final Imports imports;
    private final Comparisons comparisons;
    private final RowNotes notes;

    GoneController(Imports imports, Comparisons comparisons, RowNotes notes) {
        this.imports = imports;
        this.comparisons = comparisons;
        this.notes = notes;
    }

    @GetMapping("/gone")
    String index(
            @PathVariable ImportId id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        Run run = imports.find(id);
        if (run.isDiscarded()) {
            return "redirect:/office/imports/" + id;
        }
        model.addAttribute("run", run);
        model.addAttribute("comparison", comparisons.find(id));
        model.addAttribute("q", ImportRow.clean(q));
        model.addAttribute("page", comparisons.gone(id, ImportRow.clean(q), after, PAGE));
        return "imports/gone";
    }

    /** The same as a file, read piece by piece. */
    @GetMapping("/gone.csv")
    void export(
            @PathVariable ImportId id,
            @RequestParam(defaultValue = "") String q,
            HttpServletResponse response) {
        if (imports.find(id).isDiscarded()) {
            throw new Conflict("imports.conflict.rows");
        }
        CsvExport.write(
                response,
                notes.text("imports.gone.file"),
                List.of(notes.text("imports.gone.what"), notes.text("imports.gone.fate")),
                pieces(id, ImportRow.clean(q))
                        .flatMap(page -> page.rows().stream())
                        .map(this::line));
    }

    private Stream<Page<Gone>> pieces(ImportId id, String text) {
        return Stream.iterate(
                comparisons.gone(id, text, "", PIECE),
                Objects::nonNull,
                page ->
                        page.next() == null
                                ? null
                                : comparisons.gone(id, text, page.next(), PIECE));
    }

    private List<String> line(Gone gone) {
        return List.of(gone.title(), notes.text(gone.fateKey()));
    }
}
