package city.dure.importpages;

import city.dure.imports.ImportId;
import city.dure.imports.Imports;
import city.dure.imports.Run;
import city.dure.shared.Actor;
import city.dure.web.Flash;
import city.dure.web.OnceOnly;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Throws an uploaded list away, after saying what goes and what stays. */
@Controller
@RequestMapping("/office/imports/{id}/removal")
class ImportRemovalController {
    private final Imports imports;
    private final OnceOnly once;

    ImportRemovalController(Imports imports, OnceOnly once) {
        this.imports = imports;
        this.once = once;
    }

    /** Asks once more; a list that can no longer be thrown away shows where it stands. */
    @GetMapping
    String show(@PathVariable ImportId id, Model model) {
        Run run = imports.find(id);
        if (!run.discardable()) {
            return "redirect:/office/imports/" + id;
        }
        model.addAttribute("run", run);
        model.addAttribute("operation", UUID.randomUUID());
        return "imports/removal";
    }

    /**
     * Throws it away, unless it went on since it was asked about.
     *
     * @param taken how many rows were behind the list when this was asked
     */
    @PostMapping
    String create(
            @PathVariable ImportId id,
            @RequestParam UUID operation,
            @RequestParam long taken,
            Actor actor,
            RedirectAttributes redirect) {
        return "redirect:"
                + once.run(
                        operation,
                        actor,
                        () -> {
                            imports.discard(actor, id, taken)
                                    .map(receipt ->
                                            Flash.success("imports.flash.discarded")
                                                    .withEntry(receipt.entry()))
                                    .ifPresent(flash -> redirect.addFlashAttribute("flash", flash));
                            return "/office/imports/" + id;
                        });
    }
}
