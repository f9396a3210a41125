package city.dure.dashboard;

import city.dure.approvals.Approvals;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The officials' home. */
@Controller
class OfficeController {
    private final Checklist checklist;
    private final Approvals approvals;

    OfficeController(Checklist checklist, Approvals approvals) {
        this.checklist = checklist;
        this.approvals = approvals;
    }

    @GetMapping("/office")
    String show(Actor actor, Model model) {
        model.addAttribute("inbox", approvals.inbox(actor));
        if (actor.role() == Role.ADMIN) {
            var lines = checklist.lines();
            model.addAttribute("lines", lines);
            model.addAttribute("left", lines.stream().filter(line -> !line.done()).count());
        }
        return "dashboard/office";
    }
}
