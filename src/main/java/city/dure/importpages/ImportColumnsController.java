package city.dure.importpages;

import city.dure.imports.ImportColumn;
import city.dure.imports.ImportId;
import city.dure.imports.ImportRow;
import city.dure.imports.ImportTarget;
import city.dure.imports.Imports;
import city.dure.imports.Run;
import city.dure.shared.Actor;
import city.dure.uploads.TableRow;
import city.dure.web.OnceOnly;
import city.dure.web.Option;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Asks which column of the file is which, prefilled with what was recognised. */
@Controller
@RequestMapping("/office/imports/{id}/columns")
class ImportColumnsController {
    private static final int LONGEST_SOURCE = 100;
    private static final int LONGEST_SAMPLE = 30;

    private final Imports imports;
    private final RowNotes notes;
    private final OnceOnly once;

    ImportColumnsController(Imports imports, RowNotes notes, OnceOnly once) {
        this.imports = imports;
        this.notes = notes;
        this.once = once;
    }

    /**
     * @param places for each column of the target, in its order, the place in the file from 0;
     *     empty text for none
     * @param complete whether the official says that a list with as many lines as Excel keeps is
     *     whole; null where that is not asked
     */
    record Form(UUID operation, String source, List<String> places, @Nullable Boolean complete) {
        Form {
            // Grows when a fault is told at a column for which no field arrived.
            places = new ArrayList<>(places == null ? List.of() : places);
            places.replaceAll(place -> place == null ? "" : place);
            source = source == null ? "" : ImportRow.clean(source);
        }
    }

    @GetMapping
    String show(@PathVariable ImportId id, Model model) {
        Run run = imports.find(id);
        if (run.state() != Run.State.UPLOADED) {
            return "redirect:/office/imports/" + id;
        }
        ImportTarget target = imports.target(run.target());
        Map<String, Integer> guess = ColumnGuess.places(target.columns(), run.file().header());
        List<String> places =
                target.columns().stream()
                        .map(column -> guess.get(column.name()))
                        .map(place -> place == null ? "" : place.toString())
                        .toList();
        var form = new Form(UUID.randomUUID(), imports.probableSource(run), places, false);
        model.addAttribute("form", form);
        return page(run, model);
    }

    @PostMapping
    String choose(
            @PathVariable ImportId id,
            @ModelAttribute("form") Form form,
            BindingResult errors,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        Run run = imports.find(id);
        Map<String, Integer> columns = columns(run, form, errors);
        if (form.source().isEmpty() || form.source().length() > LONGEST_SOURCE) {
            errors.rejectValue("source", "imports.columns.source.wrong");
        }
        if (run.file().mayBeCut() && !Boolean.TRUE.equals(form.complete())) {
            errors.rejectValue("complete", "imports.columns.complete.missing");
        }
        if (errors.hasErrors()) {
            response.setStatus(422);
            return page(run, model);
        }
        return "redirect:"
                + once.run(
                        form.operation(),
                        actor,
                        () -> {
                            imports.choose(id, columns, form.source());
                            return "/office/imports/" + id;
                        });
    }

    private Map<String, Integer> columns(Run run, Form form, BindingResult errors) {
        ImportTarget target = imports.target(run.target());
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (int i = 0; i < target.columns().size(); i++) {
            ImportColumn column = target.columns().get(i);
            String place = i < form.places().size() ? form.places().get(i) : "";
            if (place.matches("\\d{1,3}") && Integer.parseInt(place) < run.file().header().size()) {
                if (columns.containsValue(Integer.parseInt(place))) {
                    errors.rejectValue("places[" + i + "]", "imports.columns.twice");
                }
                columns.put(column.name(), Integer.parseInt(place));
                String heading = run.file().header().get(Integer.parseInt(place));
                String field = "places[" + i + "]";
                target.misfit(column.name(), heading)
                        .ifPresent(why -> errors.rejectValue(field, why));
            } else if (column.required()) {
                errors.rejectValue("places[" + i + "]", "imports.columns.required");
            }
        }
        target.lacking(columns.keySet()).ifPresent(errors::reject);
        return columns;
    }

    private String page(Run run, Model model) {
        ImportTarget target = imports.target(run.target());
        model.addAttribute("run", run);
        model.addAttribute("target", target);
        model.addAttribute("columns", target.columns());
        model.addAttribute(
                "published", target.columns().stream().anyMatch(ImportColumn::published));
        model.addAttribute("choices", choices(run));
        model.addAttribute("doubled", String.join(", ", ColumnGuess.doubled(run.file().header())));
        model.addAttribute("sources", imports.sources(run.target()));
        model.addAttribute("sameFile", imports.sameFile(run).orElse(null));
        return "imports/columns";
    }

    /** The columns of the file, with the first sample that is not empty. */
    private List<Option> choices(Run run) {
        List<Option> choices = new ArrayList<>();
        List<String> header = run.file().header();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i).isBlank() ? "–" : ImportRow.clean(header.get(i));
            String sample = sample(run, i);
            String key =
                    sample.isEmpty() ? "imports.columns.choice" : "imports.columns.choice.sample";
            choices.add(new Option(String.valueOf(i), notes.text(key, i + 1, name, sample)));
        }
        return choices;
    }

    private static String sample(Run run, int place) {
        String sample =
                run.file().samples().stream()
                        .map(TableRow::cells)
                        .map(cells -> ImportRow.clean(cells.get(place)))
                        .filter(cell -> !cell.isEmpty())
                        .findFirst()
                        .orElse("");
        return sample.length() <= LONGEST_SAMPLE
                ? sample
                : sample.substring(0, LONGEST_SAMPLE) + "…";
    }
}
