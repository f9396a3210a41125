package city.dure.importpages;

import city.dure.imports.ImportId;
import city.dure.imports.ImportTarget;
import city.dure.imports.Imports;
import city.dure.imports.Run;
import city.dure.imports.StagedRow;
import city.dure.shared.Actor;
import city.dure.web.Flash;
import city.dure.web.OnceOnly;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
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
    private final OnceOnly once;

    ImportController(Imports imports, OnceOnly once) {
        this.imports = imports;
        this.once = once;
    }

    @GetMapping("/{id}")
    String show(@PathVariable ImportId id, Model model) {
        Run run = imports.find(id);
        if (run.state() == Run.State.UPLOADED) {
            return "redirect:/office/imports/" + id + "/columns";
        }
        ImportTarget target = imports.target(run.target());
        model.addAttribute("run", run);
        model.addAttribute("target", target);
        model.addAttribute("operation", UUID.randomUUID());
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
        if (!run.state().underWay()) {
            response.setHeader("HX-Refresh", "true");
        }
        return "imports/_progress";
    }

    @PostMapping("/{id}/application")
    String apply(@PathVariable ImportId id, @RequestParam UUID operation, Actor actor) {
        return decided(id, operation, actor, () -> imports.apply(actor, id));
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
