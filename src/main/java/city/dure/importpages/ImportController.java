package city.dure.importpages;

import city.dure.history.Comparison.Decision;
import city.dure.history.Comparisons;
import city.dure.history.TakeBacks;
import city.dure.imports.ImportId;
import city.dure.imports.ImportTarget;
import city.dure.imports.Imports;
import city.dure.imports.Run;
import city.dure.imports.StagedRow;
import city.dure.shared.Actor;
import city.dure.web.Flash;
import city.dure.web.OnceOnly;
import city.dure.web.Option;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One uploaded list and what becomes of it. */
@Controller
@RequestMapping("/office/imports")
class ImportController {
    private static final int SHOWN = 5;

    private final Imports imports;
    private final Comparisons comparisons;
    private final TakeBacks takeBacks;
    private final RowNotes notes;
    private final OnceOnly once;

    ImportController(
            Imports imports,
            Comparisons comparisons,
            TakeBacks takeBacks,
            RowNotes notes,
            OnceOnly once) {
        this.imports = imports;
        this.takeBacks = takeBacks;
        this.comparisons = comparisons;
        this.notes = notes;
        this.once = once;
    }

    /**
     * @param gone what becomes of what the newer file no longer names
     * @param sure whether a file that looks like another list's is the right one; null where that
     *     is not asked
     */
    record Form(UUID operation, @Nullable String gone, @Nullable Boolean sure) {}

    @GetMapping("/{id}")
    String show(@PathVariable ImportId id, Model model) {
        Run run = imports.find(id);
        if (run.state() == Run.State.UPLOADED) {
            return "redirect:/office/imports/" + id + "/columns";
        }
        model.addAttribute("form", new Form(UUID.randomUUID(), Decision.STAY.code(), false));
        return page(run, model);
    }

    private String page(Run run, Model model) {
        ImportTarget target = imports.target(run.target());
        model.addAttribute("run", run);
        model.addAttribute("takeBack", takeBacks.find(run.id()));
        model.addAttribute("possible", takeBacks.possible(run));
        model.addAttribute("comparison", comparisons.find(run.id()));
        model.addAttribute("decisions", decisions());
        model.addAttribute("target", target);
        model.addAttribute(
                "published",
                target.columns().stream()
                        .filter(column ->
                                column.published() && run.columns().containsKey(column.name()))
                        .toList());
        if (run.state() == Run.State.READY) {
            model.addAttribute("sameFile", imports.sameFile(run).orElse(null));
        }
        model.addAttribute("samples", samples(run));
        return "imports/show";
    }

    /** How far it has come, for the page that is waiting; once it is over the page loads anew. */
    @GetMapping("/{id}/progress")
    String progress(@PathVariable ImportId id, Model model, HttpServletResponse response) {
        Run run = imports.find(id);
        model.addAttribute("run", run);
        model.addAttribute("takeBack", takeBacks.find(id));
        if (!run.state().underWay()) {
            response.setHeader("HX-Refresh", "true");
        }
        return "imports/_progress";
    }

    /**
     * Takes it over, or goes on; of a file that looks like another list's only when one is sure.
     */
    @PostMapping("/{id}/application")
    String apply(
            @PathVariable ImportId id,
            @ModelAttribute("form") Form form,
            BindingResult errors,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        Run run = imports.find(id);
        boolean sure = Boolean.TRUE.equals(form.sure());
        if (run.state() == Run.State.READY && !sure && comparisons.find(id).isStrange()) {
            errors.rejectValue("sure", "imports.strange.missing");
            response.setStatus(422);
            return page(run, model);
        }
        Decision decision = Decision.of(Objects.requireNonNullElse(form.gone(), ""));
        return decided(
                id, form.operation(), actor, () -> comparisons.apply(actor, id, decision, sure));
    }

    private List<Option> decisions() {
        return Arrays.stream(Decision.values())
                .map(one -> new Option(one.code(), notes.text("imports.gone." + one.code())))
                .toList();
    }

    @PostMapping("/{id}/stop")
    String stop(
            @PathVariable ImportId id,
            @RequestParam UUID operation,
            Actor actor,
            RedirectAttributes redirect) {
        return decided(
                id,
                operation,
                actor,
                () ->
                        imports.stop(actor, id)
                                .ifPresent(receipt ->
                                        redirect.addFlashAttribute(
                                                "flash",
                                                Flash.info("imports.flash.stopped")
                                                        .withEntry(receipt.entry()))));
    }

    private String decided(ImportId id, UUID operation, Actor actor, Runnable decision) {
        Supplier<String> action =
                () -> {
                    decision.run();
                    return "/office/imports/" + id;
                };
        return "redirect:" + once.run(operation, actor, action);
    }

    /** The first rows of each kind that there is. */
    private Map<StagedRow.Filter, List<StagedRow>> samples(Run run) {
        Map<StagedRow.Filter, List<StagedRow>> samples = new LinkedHashMap<>();
        if (run.state() == Run.State.READY || run.state() == Run.State.FINISHED) {
            for (StagedRow.Filter filter : StagedRow.Filter.KINDS) {
                List<StagedRow> rows = imports.rows(run, filter, "", 0, SHOWN).rows();
                if (!rows.isEmpty()) {
                    samples.put(filter, rows);
                }
            }
        }
        return samples;
    }
}
