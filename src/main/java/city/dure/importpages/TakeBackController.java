package city.dure.importpages;

import city.dure.history.ListMemory.Dependent;
import city.dure.history.TakeBack;
import city.dure.history.TakeBacks;
import city.dure.imports.ImportId;
import city.dure.imports.ImportRow;
import city.dure.imports.Imports;
import city.dure.imports.Run;
import city.dure.shared.Actor;
import city.dure.shared.Page;
import city.dure.web.CsvExport;
import city.dure.web.OnceOnly;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes a whole run back, after saying what that does, or what stands in the way. */
@Controller
@RequestMapping("/office/imports/{id}")
class TakeBackController {
    private static final int PAGE = 50;
    private static final int PIECE = 1_000;

    private final Imports imports;
    private final TakeBacks takeBacks;
    private final RowNotes notes;
    private final OnceOnly once;

    TakeBackController(Imports imports, TakeBacks takeBacks, RowNotes notes, OnceOnly once) {
        this.imports = imports;
        this.takeBacks = takeBacks;
        this.notes = notes;
        this.once = once;
    }

    /** Asks once more; a run with nothing to take back shows where it stands. */
    @GetMapping("/taking-back")
    String show(
            @PathVariable ImportId id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        Run run = imports.find(id);
        TakeBack possible = takeBacks.possible(run);
        if (possible.total() == 0) {
            return "redirect:/office/imports/" + id;
        }
        String text = ImportRow.clean(q);
        Page<Dependent> page = takeBacks.dependents(run, text, after, PAGE);
        boolean narrowed = !text.isEmpty() || !after.isEmpty();
        model.addAttribute("run", run);
        model.addAttribute("possible", possible);
        model.addAttribute("page", page);
        model.addAttribute("q", text);
        model.addAttribute("free", page.rows().isEmpty() && !narrowed);
        model.addAttribute("operation", UUID.randomUUID());
        return "imports/taking-back";
    }

    /** What stands in the way as a file, read piece by piece. */
    @GetMapping("/taking-back.csv")
    void export(
            @PathVariable ImportId id,
            @RequestParam(defaultValue = "") String q,
            HttpServletResponse response) {
        Run run = imports.find(id);
        CsvExport.write(
                response,
                notes.text("imports.takeback.file"),
                List.of(notes.text("imports.gone.what"), notes.text("imports.takeback.why")),
                pieces(run, ImportRow.clean(q))
                        .flatMap(page -> page.rows().stream())
                        .map(one -> List.of(one.title(), notes.text(one.whyKey()))));
    }

    @PostMapping("/taking-back")
    String create(@PathVariable ImportId id, @RequestParam UUID operation, Actor actor) {
        return "redirect:"
                + once.run(
                        operation,
                        actor,
                        () -> {
                            takeBacks.begin(actor, id);
                            return "/office/imports/" + id;
                        });
    }

    private Stream<Page<Dependent>> pieces(Run run, String text) {
        return Stream.iterate(
                takeBacks.dependents(run, text, "", PIECE),
                Objects::nonNull,
                page ->
                        page.next() == null
                                ? null
                                : takeBacks.dependents(run, text, page.next(), PIECE));
    }
}
