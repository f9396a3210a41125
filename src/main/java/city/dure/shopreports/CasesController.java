package city.dure.shopreports;

import city.dure.shared.Page;
import city.dure.web.CsvExport;
import city.dure.web.Formats;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The officials' list of what citizens reported, and its export. */
@Controller
class CasesController {
    private static final String PATH = "/office/reports";
    private static final int PAGE = 30;
    private static final int PIECE = 1_000;
    private static final List<String> COLUMNS =
            List.of("shop", "kind", "state", "reports", "seen", "opened", "settled");

    private final Cases cases;
    private final Formats formats;
    private final MessageSource messages;

    CasesController(Cases cases, Formats formats, MessageSource messages) {
        this.cases = cases;
        this.formats = formats;
        this.messages = messages;
    }

    @GetMapping(PATH)
    String index(
            @ModelAttribute("filter") Cases.Filter filter,
            @RequestParam @Nullable String after,
            Model model) {
        model.addAttribute("page", cases.page(filter, after, PAGE));
        model.addAttribute("kinds", ReportKind.values());
        model.addAttribute("href", href(PATH, filter));
        model.addAttribute("csv", href(PATH + ".csv", filter));
        return "shopreports/index";
    }

    /** The same as a file, read piece by piece. */
    @GetMapping(PATH + ".csv")
    void export(@ModelAttribute("filter") Cases.Filter filter, HttpServletResponse response) {
        CsvExport.write(
                response,
                word("shopreports.csv"),
                COLUMNS.stream().map(each -> word("shopreports.column." + each)).toList(),
                pieces(filter).flatMap(page -> page.rows().stream()).map(this::row));
    }

    private Stream<Page<Cases.Named>> pieces(Cases.Filter filter) {
        return Stream.iterate(
                cases.page(filter, null, PIECE),
                Objects::nonNull,
                page -> page.next() == null ? null : cases.page(filter, page.next(), PIECE));
    }

    private List<String> row(Cases.Named each) {
        ShopCase it = each.it();
        return List.of(
                each.name(),
                word("shopreports.about." + it.kind().code()),
                word("shopreports.outcome." + it.state()),
                Integer.toString(it.reports()),
                formats.date(it.newestSeen()),
                formats.dateTime(it.openedAt()),
                formats.dateTime(it.settledAt()));
    }

    private String word(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    private static String href(String path, Cases.Filter filter) {
        var address = UriComponentsBuilder.fromPath(path);
        add(address, "state", filter.state());
        add(address, "kind", filter.kind());
        add(address, "shop", filter.shop());
        add(address, "q", filter.q());
        return address.encode().build().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            address.queryParam(name, value);
        }
    }
}
