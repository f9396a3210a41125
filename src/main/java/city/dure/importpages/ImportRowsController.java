package city.dure.importpages;

import city.dure.history.Comparisons;
import city.dure.imports.ImportId;
import city.dure.imports.ImportRow;
import city.dure.imports.ImportTarget;
import city.dure.imports.Imports;
import city.dure.imports.RowOutcome;
import city.dure.imports.Run;
import city.dure.imports.StagedRow;
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

/** The row report: what became of each row and why. */
@Controller
@RequestMapping("/office/imports/{id}")
class ImportRowsController {
    private static final int PAGE = 50;
    private static final int PIECE = 1_000;
    private static final int LONGEST_SEARCHED = 100;

    private final Imports imports;
    private final Comparisons comparisons;
    private final RowNotes notes;

    ImportRowsController(Imports imports, Comparisons comparisons, RowNotes notes) {
        this.imports = imports;
        this.comparisons = comparisons;
        this.notes = notes;
    }

    @GetMapping("/rows")
    String index(
            @PathVariable ImportId id,
            @RequestParam(defaultValue = "told") String kind,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") long after,
            Model model) {
        Run run = imports.find(id);
        if (run.isDiscarded()) {
            return "redirect:/office/imports/" + id;
        }
        StagedRow.Filter filter = StagedRow.Filter.of(kind);
        model.addAttribute("run", run);
        model.addAttribute("target", imports.target(run.target()));
        model.addAttribute("comparison", comparisons.find(id));
        model.addAttribute("filter", filter);
        model.addAttribute("filters", StagedRow.Filter.values());
        model.addAttribute("q", text(q));
        model.addAttribute("page", imports.rows(run, filter, text(q), after, PAGE));
        return "imports/rows";
    }

    /** The same as a file, one line for each note; read from the database piece by piece. */
    @GetMapping("/rows.csv")
    void export(
            @PathVariable ImportId id,
            @RequestParam(defaultValue = "told") String kind,
            @RequestParam(defaultValue = "") String q,
            HttpServletResponse response) {
        Run run = imports.find(id);
        if (run.isDiscarded()) { // What is left of its rows would be half a report.
            throw new Conflict("imports.conflict.rows");
        }
        StagedRow.Filter filter = StagedRow.Filter.of(kind);
        ImportTarget target = imports.target(run.target());
        Stream<List<String>> lines =
                pages(run, filter, text(q))
                        .flatMap(page -> page.rows().stream())
                        .flatMap(row -> lines(target, row));
        CsvExport.write(response, notes.text("imports.rows.file"), header(), lines);
    }

    private List<String> header() {
        return Stream.of("line", "outcome", "column", "value", "reason")
                .map(column -> notes.text("imports.rows." + column))
                .toList();
    }

    /** As cells are cleaned, so that it is found in them. */
    private static String text(String q) {
        String text = ImportRow.clean(q);
        return text.substring(0, Math.min(text.length(), LONGEST_SEARCHED));
    }

    private Stream<Page<StagedRow>> pages(Run run, StagedRow.Filter filter, String text) {
        return Stream.iterate(
                imports.rows(run, filter, text, 0, PIECE),
                Objects::nonNull,
                page -> page.next() == null ? null : after(run, filter, text, page.next()));
    }

    private Page<StagedRow> after(Run run, StagedRow.Filter filter, String text, String line) {
        return imports.rows(run, filter, text, Long.parseLong(line), PIECE);
    }

    private Stream<List<String>> lines(ImportTarget target, StagedRow row) {
        RowOutcome outcome = row.told();
        String line = String.valueOf(row.line());
        String kind =
                notes.text(
                        "imports.kind." + outcome.kind().name().toLowerCase(java.util.Locale.ROOT));
        if (outcome.notes().isEmpty()) {
            String whole = notes.text("imports.row.whole");
            return Stream.of(List.of(line, kind, whole, row.title(target), ""));
        }
        return outcome.notes().stream()
                .map(note ->
                        List.of(
                                line,
                                kind,
                                notes.column(target, note),
                                note.value().isEmpty() && note.column().isEmpty()
                                        ? row.title(target)
                                        : note.value(),
                                notes.reason(note)));
    }
}
