package city.dure.review;

import city.dure.applications.ApplicationState;
import city.dure.applications.ApplicationSummary;
import city.dure.applications.Queue;
import city.dure.intake.Choices;
import city.dure.web.CsvExport;
import city.dure.web.Formats;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The officers' queue of applications and its export. */
@Controller
class QueueController {
    private static final List<String> COLUMNS =
            List.of("ref", "name", "category", "district", "state", "submitted", "since", "by");

    private static final Map<String, ApplicationState> STATES =
            Arrays.stream(ApplicationState.values())
                    .collect(
                            Collectors.toMap(
                                    Enum::name, each -> each, (a, b) -> a, LinkedHashMap::new));

    private final Queue queue;
    private final Choices choices;
    private final Formats formats;
    private final MessageSource messages;

    QueueController(Queue queue, Choices choices, Formats formats, MessageSource messages) {
        this.queue = queue;
        this.choices = choices;
        this.formats = formats;
        this.messages = messages;
    }

    @GetMapping("/office/applications")
    String index(
            @ModelAttribute("filter") Queue.Filter filter,
            @RequestParam @Nullable String after,
            Model model) {
        model.addAttribute("page", queue.page(filter, after));
        model.addAttribute("waiting", queue.waiting());
        model.addAttribute("states", STATES);
        model.addAttribute("href", href("/office/applications", filter));
        model.addAttribute("csv", href("/office/applications.csv", filter));
        return "review/index";
    }

    @GetMapping("/office/applications.csv")
    @Transactional(readOnly = true)
    void export(
            @ModelAttribute("filter") Queue.Filter filter,
            HttpServletResponse response,
            Locale locale) {
        Stream<List<String>> rows = queue.all(filter).map(each -> row(each, locale));
        var header = COLUMNS.stream().map(each -> word("review.column." + each, locale)).toList();
        CsvExport.write(response, word("review.csv", locale), header, rows);
    }

    private List<String> row(ApplicationSummary each, Locale locale) {
        return List.of(
                each.ref(),
                each.name(),
                choices.category(each.category()),
                choices.district(each.district()),
                word("applications.state." + each.state().code(), locale),
                formats.dateTime(each.submittedAt()),
                formats.dateTime(each.stateAt()),
                word(each.byOfficial() ? "review.by.official" : "review.by.owner", locale));
    }

    private String word(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private static String href(String path, Queue.Filter filter) {
        var address = UriComponentsBuilder.fromPath(path);
        add(address, "state", filter.state());
        add(address, "category", filter.category());
        add(address, "district", filter.district());
        add(address, "days", filter.days());
        add(address, "q", filter.q());
        return address.encode().build().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            address.queryParam(name, value);
        }
    }
}
