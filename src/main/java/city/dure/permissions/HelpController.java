package city.dure.permissions;

import city.dure.shared.Role;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The permission matrix as a page for everybody: the same file that makes the rules. */
@Controller
class HelpController {
    private static final List<Role> COLUMNS =
            List.of(
                    Role.ANYONE,
                    Role.CITIZEN,
                    Role.MERCHANT_OFFICER,
                    Role.PROGRAM_OFFICER,
                    Role.VOTE_OFFICER,
                    Role.FRAUD_OFFICER,
                    Role.SETTLEMENT_OFFICER,
                    Role.DESK_AGENT,
                    Role.AUDITOR,
                    Role.ADMIN,
                    Role.MACHINE);

    private final Permissions permissions;

    HelpController(Permissions permissions) {
        this.permissions = permissions;
    }

    @GetMapping("/help/permissions")
    String show(Model model) {
        var rooms = new LinkedHashMap<String, List<MatrixRow>>();
        for (MatrixRow row : permissions.matrix().rows()) {
            rooms.merge(row.room(), List.of(row), HelpController::joined);
        }
        model.addAttribute("rooms", rooms);
        model.addAttribute("columns", COLUMNS);
        return "permissions/help";
    }

    private static List<MatrixRow> joined(List<MatrixRow> some, List<MatrixRow> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
    }
}
