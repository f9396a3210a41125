package city.dure.importpages;

import city.dure.imports.ImportTarget;
import city.dure.imports.Imports;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All that was ever uploaded of one list, newest first. */
@Controller
class ListHistoryController {
    private static final int PAGE = 20;

    private final Imports imports;
    private final OwnTargets targets;

    ListHistoryController(Imports imports, OwnTargets targets) {
        this.targets = targets;
        this.imports = imports;
    }

    @GetMapping("/office/imports/history")
    String index(
            @RequestParam(defaultValue = "") String target,
            @RequestParam(defaultValue = "") String source,
            @RequestParam @Nullable Long after,
            Model model) {
        ImportTarget of =
                target.isEmpty()
                        ? targets.all().getFirst()
                        : targets.require(imports.target(target));
        model.addAttribute("target", of);
        model.addAttribute("source", source);
        model.addAttribute("sources", imports.sources(of.name()));
        model.addAttribute("imports", imports);
        model.addAttribute("page", imports.history(of.name(), source, after, PAGE));
        return "imports/history";
    }
}
