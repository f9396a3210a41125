package city.dure.shopchanges;

import city.dure.merchants.MerchantSummary;
import city.dure.merchants.Merchants;
import city.dure.shared.Page;
import city.dure.web.CsvExport;
import city.dure.web.Formats;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The officers' list of requests and its export. */
@Controller
class ChangesController {
    private static final String PATH = "/office/changes";
    private static final List<String> COLUMNS = List.of("shop", "fields", "state", "requested");

    private final Changes changes;
    private final Merchants merchants;
    private final Formats formats;
    private final MessageSource messages;

    ChangesController(
            Changes changes, Merchants merchants, Formats formats, MessageSource messages) {
        this.changes = changes;
        this.merchants = merchants;
        this.formats = formats;
        this.messages = messages;
    }

    @GetMapping(PATH)
    String index(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        ChangeState wanted = state(state);
        Page<Change> page = changes.page(wanted, after);
        model.addAttribute("page", page);
        model.addAttribute("shops", shops(page.rows()));
        model.addAttribute("state", wanted);
        model.addAttribute("states", ChangeState.values());
        return "shopchanges/index";
    }

    @GetMapping(PATH + ".csv")
    void export(
            @RequestParam(required = false) @Nullable String state,
            HttpServletResponse response,
            Locale locale) {
        var header = COLUMNS.stream().map(each -> word("shopchanges.column." + each, locale));
        CsvExport.write(
                response,
                word("shopchanges.csv", locale) + ".csv",
                header.toList(),
                changes.all(state(state)).flatMap(page -> rows(page, locale)));
    }

    private Stream<List<String>> rows(List<Change> page, Locale locale) {
        var names = shops(page);
        return page.stream().map(change -> row(change, names, locale));
    }

    private List<String> row(Change change, Map<String, String> names, Locale locale) {
        return List.of(
                names.getOrDefault(change.shop().ref(), ""),
                change.wanted().fields().stream()
                        .map(field -> word("shopchanges.field." + field, locale))
                        .collect(Collectors.joining(", ")),
                word("shopchanges.state." + change.state().code(), locale),
                formats.dateTime(change.requestedAt()));
    }

    private Map<String, String> shops(List<Change> rows) {
        return merchants.summaries(rows.stream().map(Change::shop).distinct().toList()).stream()
                .collect(Collectors.toMap(MerchantSummary::ref, MerchantSummary::name));
    }

    private String word(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private static ChangeState state(@Nullable String code) {
        return Arrays.stream(ChangeState.values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElse(ChangeState.WAITING);
    }
}
