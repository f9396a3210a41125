package city.dure.verifications;

import city.dure.identity.Accounts;
import city.dure.ledger.LedgerEntries;
import city.dure.shared.Actor;
import city.dure.shared.Page;
import city.dure.web.CsvExport;
import city.dure.web.Flash;
import city.dure.web.Formats;
import city.dure.web.NotFound;
import city.dure.web.OnceOnly;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Checks of the whole ledger: those that were, the one under way, and beginning one. */
@Controller
class VerificationController {
    private static final String PATH = "/office/ledger/verifications";
    private static final int ROWS = 20;
    private static final int PIECE = 500;
    private static final List<String> COLUMNS =
            List.of("begun.at", "by", "result", "size", "damages");

    private final Checks checks;
    private final Checker checker;
    private final LedgerEntries entries;
    private final Accounts accounts;
    private final OnceOnly once;
    private final Formats formats;
    private final MessageSource messages;

    VerificationController(
            Checks checks,
            Checker checker,
            LedgerEntries entries,
            Accounts accounts,
            OnceOnly once,
            Formats formats,
            MessageSource messages) {
        this.checks = checks;
        this.checker = checker;
        this.entries = entries;
        this.accounts = accounts;
        this.once = once;
        this.formats = formats;
        this.messages = messages;
    }

    @GetMapping(PATH)
    String index(
            @RequestParam @Nullable String state, @RequestParam @Nullable Long after, Model model) {
        var chosen = Check.State.of(state);
        var page = checks.page(chosen, after, ROWS);
        model.addAttribute("page", page);
        model.addAttribute("states", Check.State.values());
        model.addAttribute("chosen", chosen);
        model.addAttribute("running", checks.running().orElse(null));
        model.addAttribute("size", entries.size());
        model.addAttribute("operation", UUID.randomUUID());
        model.addAttribute("people", people(page));
        return "verifications/index";
    }

    /** The same as a file, read piece by piece. */
    @GetMapping(PATH + ".csv")
    void export(@RequestParam @Nullable String state, HttpServletResponse response, Locale locale) {
        CsvExport.write(
                response,
                word("verifications.title", locale) + ".csv",
                COLUMNS.stream().map(each -> word("verifications." + each, locale)).toList(),
                pieces(Check.State.of(state)).flatMap(page -> lines(page, locale)));
    }

    private Stream<Page<Check>> pieces(Check.@Nullable State state) {
        return Stream.iterate(
                checks.page(state, null, PIECE),
                Objects::nonNull,
                page ->
                        page.next() == null
                                ? null
                                : checks.page(state, Long.valueOf(page.next()), PIECE));
    }

    @GetMapping(PATH + "/{number}")
    String show(@PathVariable long number, Model model) {
        fill(number, model);
        return "verifications/show";
    }

    /** How far a check is, for a page that lies open. */
    @HxRequest
    @GetMapping(PATH + "/{number}")
    String showInPlace(@PathVariable long number, Model model) {
        fill(number, model);
        return "verifications/_check";
    }

    /** Begins a check, or shows the one that is under way. */
    @PostMapping(PATH)
    String create(@RequestParam UUID operation, Actor auditor, RedirectAttributes redirect) {
        String location = once.run(operation, auditor, () -> PATH + "/" + checker.begin(auditor));
        redirect.addFlashAttribute("flash", Flash.info("verifications.begun"));
        return "redirect:" + location;
    }

    private void fill(long number, Model model) {
        Check check = checks.find(number).orElseThrow(() -> new NotFound("ledger check " + number));
        model.addAttribute("check", check);
        model.addAttribute("by", accounts.displayName(check.begunBy()));
    }

    private Map<String, String> people(Page<Check> page) {
        return accounts.displayNames(page.rows().stream().map(Check::begunBy).toList());
    }

    private Stream<List<String>> lines(Page<Check> page, Locale locale) {
        var people = people(page);
        return page.rows().stream().map(each -> line(each, people, locale));
    }

    private List<String> line(Check each, Map<String, String> people, Locale locale) {
        return List.of(
                formats.dateTime(each.begunAt()),
                people.getOrDefault(each.begunBy(), each.begunBy()),
                word("verifications.state." + each.state().code(), locale),
                Long.toString(each.size()),
                Long.toString(each.damages()));
    }

    private String word(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
