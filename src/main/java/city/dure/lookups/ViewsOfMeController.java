package city.dure.lookups;

import city.dure.access.Access;
import city.dure.access.AccessLog;
import city.dure.citizens.Citizens;
import city.dure.citizens.FormerIds;
import city.dure.identity.Accounts;
import city.dure.shared.Actor;
import city.dure.shared.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who viewed my data: each view, by whom, when, why, and what of it. */
@Controller
class ViewsOfMeController {
    static final String PATH = "/me/views";
    private static final int ROWS = 30;

    private final Citizens citizens;
    private final FormerIds formerIds;
    private final AccessLog log;
    private final Accounts accounts;

    ViewsOfMeController(Citizens citizens, FormerIds formerIds, AccessLog log, Accounts accounts) {
        this.formerIds = formerIds;
        this.citizens = citizens;
        this.log = log;
        this.accounts = accounts;
    }

    /** One view, as its person reads it. */
    record View(Access access, String official, List<String> fields) {}

    @GetMapping(PATH)
    String show(@RequestParam @Nullable Long after, Actor actor, Model model) {
        var refs = new ArrayList<>(List.of(actor.ref())); // Applications know the account alone
        citizens.of(actor).ifPresent(own -> refs.addAll(formerIds.refs(own.id())));
        var page = log.about(refs, after, ROWS);
        model.addAttribute("page", new Page<>(views(page.rows()), page.next()));
        return "lookups/mine";
    }

    private List<View> views(List<Access> rows) {
        var names = accounts.displayNames(rows.stream().map(Access::who).distinct().toList());
        return rows.stream()
                .map(row ->
                        new View(
                                row,
                                names.getOrDefault(row.who(), ""),
                                Arrays.asList(
                                        Objects.requireNonNullElse(row.about(), "").split(","))))
                .toList();
    }
}
