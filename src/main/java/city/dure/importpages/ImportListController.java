package city.dure.importpages;

import city.dure.imports.Imports;
import city.dure.imports.Run;
import city.dure.shared.Page;
import city.dure.web.CsvExport;
import city.dure.web.Formats;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The uploaded lists, and the same as a file. */
@Controller
class ImportListController {
    private static final int PAGE = 20;
    private static final int PIECE = 200;
    private static final List<String> COLUMNS =
            List.of(
                    "column.list",
                    "file.name",
                    "upload.target",
                    "column.when",
                    "column.state",
                    "column.rows",
                    "kind.new",
                    "kind.changed",
                    "kind.unchanged",
                    "kind.refused",
                    "kind.noted",
                    "column.ended",
                    "file.hash");

    private final Imports imports;
    private final OwnTargets targets;
    private final RowNotes notes;
    private final Formats formats;

    ImportListController(Imports imports, OwnTargets targets, RowNotes notes, Formats formats) {
        this.targets = targets;
        this.imports = imports;
        this.notes = notes;
        this.formats = formats;
    }

    @GetMapping("/office/imports")
    String index(
            @RequestParam @Nullable String state, @RequestParam @Nullable Long after, Model model) {
        ListFilter filter = ListFilter.of(state);
        model.addAttribute("filter", filter);
        model.addAttribute("filters", ListFilter.values());
        model.addAttribute("page", imports.page(filter.states(), targets.all(), after, PAGE));
        model.addAttribute("imports", imports);
        return "imports/index";
    }

    /** All of them as filtered, read piece by piece. */
    @GetMapping("/office/imports.csv")
    void export(@RequestParam @Nullable String state, HttpServletResponse response) {
        ListFilter filter = ListFilter.of(state);
        CsvExport.write(
                response,
                notes.text("imports.title") + ".csv",
                COLUMNS.stream().map(column -> notes.text("imports." + column)).toList(),
                pieces(filter).flatMap(page -> page.rows().stream()).map(this::line));
    }

    private Stream<Page<Run>> pieces(ListFilter filter) {
        var own = targets.all();
        return Stream.iterate(
                imports.page(filter.states(), own, null, PIECE),
                Objects::nonNull,
                page ->
                        page.next() == null
                                ? null
                                : imports.page(
                                        filter.states(), own, Long.valueOf(page.next()), PIECE));
    }

    private List<String> line(Run run) {
        Run.Counts counts = run.counts();
        return List.of(
                run.source(),
                run.fileName(),
                notes.text(imports.target(run.target()).labelKey()),
                formats.dateTime(run.createdAt()),
                notes.text(run.state().key()),
                String.valueOf(run.file().rows()),
                String.valueOf(counts.added()),
                String.valueOf(counts.changed()),
                String.valueOf(counts.unchanged()),
                String.valueOf(counts.refused()),
                String.valueOf(counts.noted()),
                ended(run.endedAt()),
                run.file().sha256());
    }

    private String ended(@Nullable Instant at) {
        return at == null ? "" : formats.dateTime(at);
    }
}
